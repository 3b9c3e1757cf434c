
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'lacuna' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'lacuna'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'lacuna' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Audit frameworks against checklists and write the gap report')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check whether files hold together')
            [CompletionResult]::new('compare', 'compare', [CompletionResultType]::ParameterValue, 'Put countries side by side: tables, shared gaps, and what one has and another lacks')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'Show what changed between two sides: days, drafts, git revisions, files or folders')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Show how a verdict comes about: the rule as a tree, each part with its grounds')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Write a framework to fill in, with every topic and commitment in place as a comment')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Write the JSON Schema of a kind of file, for editors')
            [CompletionResult]::new('fmt', 'fmt', [CompletionResultType]::ParameterValue, 'Rewrite files in canonical order and layout, every comment kept')
            [CompletionResult]::new('lsp', 'lsp', [CompletionResultType]::ParameterValue, 'Speak with an editor: diagnostics, completion, explanations (language server on standard input and output)')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Write the completions of a shell to standard output')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Write the manual pages into a folder')
            [CompletionResult]::new('site', 'site', [CompletionResultType]::ParameterValue, 'Write one self-contained page for a region: countries by items, every verdict with its grounds')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'lacuna;audit' {
            [CompletionResult]::new('--checklist', '--checklist', [CompletionResultType]::ParameterName, 'A checklist by id (annex-d, annex-b) or file; every embedded one if left out')
            [CompletionResult]::new('--vocabulary', '--vocabulary', [CompletionResultType]::ParameterName, 'A vocabulary other than the embedded one')
            [CompletionResult]::new('--as-of', '--as-of', [CompletionResultType]::ParameterName, 'The day of the audit; the framework''s `reviewed` if left out')
            [CompletionResult]::new('--with', '--with', [CompletionResultType]::ParameterName, 'Lay a draft over the framework; repeat it to lay several in order')
            [CompletionResult]::new('--min-confidence', '--min-confidence', [CompletionResultType]::ParameterName, 'Leave out what is known less well than this: recalled, reported or verified')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Format of the report; markdown, or text on a terminal, if left out')
            [CompletionResult]::new('--out', '--out', [CompletionResultType]::ParameterName, 'Write here instead of to standard output: a file, or a folder with one file per country')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'End with exit code 1 if any of these occurs: a verdict on an item (gap, conflict, partial, unknown, met, not-applicable), owed (a duty that is not met), regression (against --baseline), error, warning or note (a diagnostic of this severity or a graver one)')
            [CompletionResult]::new('--baseline', '--baseline', [CompletionResultType]::ParameterName, 'Hold the findings against this baseline and mark what is new, worsened, improved, resolved')
            [CompletionResult]::new('--write-baseline', '--write-baseline', [CompletionResultType]::ParameterName, 'Write the findings down as a baseline for later audits')
            [CompletionResult]::new('--waivers', '--waivers', [CompletionResultType]::ParameterName, 'Mark the findings that somebody decided to live with; waivers.yaml, if it is there, if left out')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many frameworks are worked on at a time where each has a report of its own; as many as there are processors, if left out. What is written does not depend on it')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours on the terminal')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'lacuna;check' {
            [CompletionResult]::new('--vocabulary', '--vocabulary', [CompletionResultType]::ParameterName, 'A vocabulary other than the embedded one')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Format of the diagnostics')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'End with exit code 1 on a diagnostic of this severity or a graver one; errors end with 3 in any case')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours on the terminal')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'lacuna;compare' {
            [CompletionResult]::new('--checklist', '--checklist', [CompletionResultType]::ParameterName, 'A checklist by id (annex-d, annex-b) or file; every embedded one if left out')
            [CompletionResult]::new('--vocabulary', '--vocabulary', [CompletionResultType]::ParameterName, 'A vocabulary other than the embedded one')
            [CompletionResult]::new('--as-of', '--as-of', [CompletionResultType]::ParameterName, 'The day of the audit; the framework''s `reviewed` if left out')
            [CompletionResult]::new('--with', '--with', [CompletionResultType]::ParameterName, 'Lay a draft over the framework; repeat it to lay several in order')
            [CompletionResult]::new('--min-confidence', '--min-confidence', [CompletionResultType]::ParameterName, 'Leave out what is known less well than this: recalled, reported or verified')
            [CompletionResult]::new('--only', '--only', [CompletionResultType]::ParameterName, 'Only this section or item, such as international or annex-d/child-definition; repeat it for several')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'text, markdown, csv, xlsx or json; markdown, or text on a terminal, if left out')
            [CompletionResult]::new('--out', '--out', [CompletionResultType]::ParameterName, 'Write to this file instead of to standard output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours on the terminal')
            [CompletionResult]::new('--elements', '--elements', [CompletionResultType]::ParameterName, 'A line for each element instead of each item')
            [CompletionResult]::new('--compact', '--compact', [CompletionResultType]::ParameterName, 'Dots only, as the matrix of Annex B is printed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'lacuna;diff' {
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'The record that two versions of a bill are laid on; that of their country in `frameworks` if left out')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'The old side: the same path on a day, or in a git revision')
            [CompletionResult]::new('--with', '--with', [CompletionResultType]::ParameterName, 'Lay a draft over the new side; repeat it to lay several in order')
            [CompletionResult]::new('--old-with', '--old-with', [CompletionResultType]::ParameterName, 'Lay a draft over the old side: with --with, two versions of a bill')
            [CompletionResult]::new('--checklist', '--checklist', [CompletionResultType]::ParameterName, 'A checklist by id (annex-d, annex-b) or file; every embedded one if left out')
            [CompletionResult]::new('--old-checklist', '--old-checklist', [CompletionResultType]::ParameterName, 'The edition of a checklist for the old side, where that is another')
            [CompletionResult]::new('--vocabulary', '--vocabulary', [CompletionResultType]::ParameterName, 'A vocabulary other than the embedded one')
            [CompletionResult]::new('--as-of', '--as-of', [CompletionResultType]::ParameterName, 'The day of a side that names none; the framework''s `reviewed` if left out')
            [CompletionResult]::new('--min-confidence', '--min-confidence', [CompletionResultType]::ParameterName, 'Leave out what is known less well than this: recalled, reported or verified')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'text, markdown or json; markdown, or text on a terminal, if left out')
            [CompletionResult]::new('--out', '--out', [CompletionResultType]::ParameterName, 'Write to this file instead of to standard output')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'End with exit code 1 if anything changed at one of these levels: improvement, regression, lateral, editorial')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours on the terminal')
            [CompletionResult]::new('--across', '--across', [CompletionResultType]::ParameterName, 'Compare the records of two countries')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'lacuna;explain' {
            [CompletionResult]::new('--checklist', '--checklist', [CompletionResultType]::ParameterName, 'A checklist by id (annex-d, annex-b) or file; every embedded one if left out')
            [CompletionResult]::new('--vocabulary', '--vocabulary', [CompletionResultType]::ParameterName, 'A vocabulary other than the embedded one')
            [CompletionResult]::new('--as-of', '--as-of', [CompletionResultType]::ParameterName, 'The day of the audit; the framework''s `reviewed` if left out')
            [CompletionResult]::new('--with', '--with', [CompletionResultType]::ParameterName, 'Lay a draft over the framework; repeat it to lay several in order')
            [CompletionResult]::new('--min-confidence', '--min-confidence', [CompletionResultType]::ParameterName, 'Leave out what is known less well than this: recalled, reported or verified')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours on the terminal')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'lacuna;new' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'The name that reports print, if not the one of the standard')
            [CompletionResult]::new('--reviewed', '--reviewed', [CompletionResultType]::ParameterName, 'The day up to which the record is complete; today if left out')
            [CompletionResult]::new('--out', '--out', [CompletionResultType]::ParameterName, 'Write to this file, which must not exist, instead of to standard output')
            [CompletionResult]::new('--vocabulary', '--vocabulary', [CompletionResultType]::ParameterName, 'A vocabulary other than the embedded one')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours on the terminal')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'lacuna;schema' {
            [CompletionResult]::new('--out', '--out', [CompletionResultType]::ParameterName, 'Write to this file, or all of them into this folder if no kind is named')
            [CompletionResult]::new('--vocabulary', '--vocabulary', [CompletionResultType]::ParameterName, 'A vocabulary other than the embedded one')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours on the terminal')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'lacuna;fmt' {
            [CompletionResult]::new('--vocabulary', '--vocabulary', [CompletionResultType]::ParameterName, 'A vocabulary other than the embedded one')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours on the terminal')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; name the files that would change and end with exit code 1 if there are any')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'lacuna;lsp' {
            [CompletionResult]::new('--vocabulary', '--vocabulary', [CompletionResultType]::ParameterName, 'A vocabulary other than the embedded one')
            [CompletionResult]::new('--stdio', '--stdio', [CompletionResultType]::ParameterName, 'Taken for editors that always pass it; there is no other way')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'lacuna;completions' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'lacuna;man' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'lacuna;site' {
            [CompletionResult]::new('--checklist', '--checklist', [CompletionResultType]::ParameterName, 'A checklist by id (annex-d, annex-b) or file; every embedded one if left out')
            [CompletionResult]::new('--vocabulary', '--vocabulary', [CompletionResultType]::ParameterName, 'A vocabulary other than the embedded one')
            [CompletionResult]::new('--as-of', '--as-of', [CompletionResultType]::ParameterName, 'The day of the audit; the framework''s `reviewed` if left out')
            [CompletionResult]::new('--with', '--with', [CompletionResultType]::ParameterName, 'Lay a draft over the framework; repeat it to lay several in order')
            [CompletionResult]::new('--min-confidence', '--min-confidence', [CompletionResultType]::ParameterName, 'Leave out what is known less well than this: recalled, reported or verified')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours on the terminal')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'lacuna;help' {
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Audit frameworks against checklists and write the gap report')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check whether files hold together')
            [CompletionResult]::new('compare', 'compare', [CompletionResultType]::ParameterValue, 'Put countries side by side: tables, shared gaps, and what one has and another lacks')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'Show what changed between two sides: days, drafts, git revisions, files or folders')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Show how a verdict comes about: the rule as a tree, each part with its grounds')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Write a framework to fill in, with every topic and commitment in place as a comment')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Write the JSON Schema of a kind of file, for editors')
            [CompletionResult]::new('fmt', 'fmt', [CompletionResultType]::ParameterValue, 'Rewrite files in canonical order and layout, every comment kept')
            [CompletionResult]::new('lsp', 'lsp', [CompletionResultType]::ParameterValue, 'Speak with an editor: diagnostics, completion, explanations (language server on standard input and output)')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Write the completions of a shell to standard output')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Write the manual pages into a folder')
            [CompletionResult]::new('site', 'site', [CompletionResultType]::ParameterValue, 'Write one self-contained page for a region: countries by items, every verdict with its grounds')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'lacuna;help;audit' {
            break
        }
        'lacuna;help;check' {
            break
        }
        'lacuna;help;compare' {
            break
        }
        'lacuna;help;diff' {
            break
        }
        'lacuna;help;explain' {
            break
        }
        'lacuna;help;new' {
            break
        }
        'lacuna;help;schema' {
            break
        }
        'lacuna;help;fmt' {
            break
        }
        'lacuna;help;lsp' {
            break
        }
        'lacuna;help;completions' {
            break
        }
        'lacuna;help;man' {
            break
        }
        'lacuna;help;site' {
            break
        }
        'lacuna;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
