
use builtin;
use str;

set edit:completion:arg-completer[lacuna] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'lacuna'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'lacuna'= {
            cand -h 'Print help'
            cand --help 'Print help'
            cand -V 'Print version'
            cand --version 'Print version'
            cand audit 'Audit frameworks against checklists and write the gap report'
            cand check 'Check whether files hold together'
            cand compare 'Put countries side by side: tables, shared gaps, and what one has and another lacks'
            cand diff 'Show what changed between two sides: days, drafts, git revisions, files or folders'
            cand explain 'Show how a verdict comes about: the rule as a tree, each part with its grounds'
            cand new 'Write a framework to fill in, with every topic and commitment in place as a comment'
            cand schema 'Write the JSON Schema of a kind of file, for editors'
            cand fmt 'Rewrite files in canonical order and layout, every comment kept'
            cand lsp 'Speak with an editor: diagnostics, completion, explanations (language server on standard input and output)'
            cand completions 'Write the completions of a shell to standard output'
            cand man 'Write the manual pages into a folder'
            cand site 'Write one self-contained page for a region: countries by items, every verdict with its grounds'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'lacuna;audit'= {
            cand --checklist 'A checklist by id (annex-d, annex-b) or file; every embedded one if left out'
            cand --vocabulary 'A vocabulary other than the embedded one'
            cand --as-of 'The day of the audit; the framework''s `reviewed` if left out'
            cand --with 'Lay a draft over the framework; repeat it to lay several in order'
            cand --min-confidence 'Leave out what is known less well than this: recalled, reported or verified'
            cand --format 'Format of the report; markdown, or text on a terminal, if left out'
            cand --out 'Write here instead of to standard output: a file, or a folder with one file per country'
            cand --fail-on 'End with exit code 1 if any of these occurs: a verdict on an item (gap, conflict, partial, unknown, met, not-applicable), owed (a duty that is not met), regression (against --baseline), error, warning or note (a diagnostic of this severity or a graver one)'
            cand --baseline 'Hold the findings against this baseline and mark what is new, worsened, improved, resolved'
            cand --write-baseline 'Write the findings down as a baseline for later audits'
            cand --waivers 'Mark the findings that somebody decided to live with; waivers.yaml, if it is there, if left out'
            cand --threads 'How many frameworks are worked on at a time where each has a report of its own; as many as there are processors, if left out. What is written does not depend on it'
            cand --color 'Colours on the terminal'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'lacuna;check'= {
            cand --vocabulary 'A vocabulary other than the embedded one'
            cand --format 'Format of the diagnostics'
            cand --fail-on 'End with exit code 1 on a diagnostic of this severity or a graver one; errors end with 3 in any case'
            cand --color 'Colours on the terminal'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'lacuna;compare'= {
            cand --checklist 'A checklist by id (annex-d, annex-b) or file; every embedded one if left out'
            cand --vocabulary 'A vocabulary other than the embedded one'
            cand --as-of 'The day of the audit; the framework''s `reviewed` if left out'
            cand --with 'Lay a draft over the framework; repeat it to lay several in order'
            cand --min-confidence 'Leave out what is known less well than this: recalled, reported or verified'
            cand --only 'Only this section or item, such as international or annex-d/child-definition; repeat it for several'
            cand --format 'text, markdown, csv, xlsx or json; markdown, or text on a terminal, if left out'
            cand --out 'Write to this file instead of to standard output'
            cand --color 'Colours on the terminal'
            cand --elements 'A line for each element instead of each item'
            cand --compact 'Dots only, as the matrix of Annex B is printed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'lacuna;diff'= {
            cand --on 'The record that two versions of a bill are laid on; that of their country in `frameworks` if left out'
            cand --since 'The old side: the same path on a day, or in a git revision'
            cand --with 'Lay a draft over the new side; repeat it to lay several in order'
            cand --old-with 'Lay a draft over the old side: with --with, two versions of a bill'
            cand --checklist 'A checklist by id (annex-d, annex-b) or file; every embedded one if left out'
            cand --old-checklist 'The edition of a checklist for the old side, where that is another'
            cand --vocabulary 'A vocabulary other than the embedded one'
            cand --as-of 'The day of a side that names none; the framework''s `reviewed` if left out'
            cand --min-confidence 'Leave out what is known less well than this: recalled, reported or verified'
            cand --format 'text, markdown or json; markdown, or text on a terminal, if left out'
            cand --out 'Write to this file instead of to standard output'
            cand --fail-on 'End with exit code 1 if anything changed at one of these levels: improvement, regression, lateral, editorial'
            cand --color 'Colours on the terminal'
            cand --across 'Compare the records of two countries'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'lacuna;explain'= {
            cand --checklist 'A checklist by id (annex-d, annex-b) or file; every embedded one if left out'
            cand --vocabulary 'A vocabulary other than the embedded one'
            cand --as-of 'The day of the audit; the framework''s `reviewed` if left out'
            cand --with 'Lay a draft over the framework; repeat it to lay several in order'
            cand --min-confidence 'Leave out what is known less well than this: recalled, reported or verified'
            cand --color 'Colours on the terminal'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'lacuna;new'= {
            cand --name 'The name that reports print, if not the one of the standard'
            cand --reviewed 'The day up to which the record is complete; today if left out'
            cand --out 'Write to this file, which must not exist, instead of to standard output'
            cand --vocabulary 'A vocabulary other than the embedded one'
            cand --color 'Colours on the terminal'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'lacuna;schema'= {
            cand --out 'Write to this file, or all of them into this folder if no kind is named'
            cand --vocabulary 'A vocabulary other than the embedded one'
            cand --color 'Colours on the terminal'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'lacuna;fmt'= {
            cand --vocabulary 'A vocabulary other than the embedded one'
            cand --color 'Colours on the terminal'
            cand --check 'Write nothing; name the files that would change and end with exit code 1 if there are any'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'lacuna;lsp'= {
            cand --vocabulary 'A vocabulary other than the embedded one'
            cand --stdio 'Taken for editors that always pass it; there is no other way'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'lacuna;completions'= {
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'lacuna;man'= {
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'lacuna;site'= {
            cand --checklist 'A checklist by id (annex-d, annex-b) or file; every embedded one if left out'
            cand --vocabulary 'A vocabulary other than the embedded one'
            cand --as-of 'The day of the audit; the framework''s `reviewed` if left out'
            cand --with 'Lay a draft over the framework; repeat it to lay several in order'
            cand --min-confidence 'Leave out what is known less well than this: recalled, reported or verified'
            cand --color 'Colours on the terminal'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'lacuna;help'= {
            cand audit 'Audit frameworks against checklists and write the gap report'
            cand check 'Check whether files hold together'
            cand compare 'Put countries side by side: tables, shared gaps, and what one has and another lacks'
            cand diff 'Show what changed between two sides: days, drafts, git revisions, files or folders'
            cand explain 'Show how a verdict comes about: the rule as a tree, each part with its grounds'
            cand new 'Write a framework to fill in, with every topic and commitment in place as a comment'
            cand schema 'Write the JSON Schema of a kind of file, for editors'
            cand fmt 'Rewrite files in canonical order and layout, every comment kept'
            cand lsp 'Speak with an editor: diagnostics, completion, explanations (language server on standard input and output)'
            cand completions 'Write the completions of a shell to standard output'
            cand man 'Write the manual pages into a folder'
            cand site 'Write one self-contained page for a region: countries by items, every verdict with its grounds'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'lacuna;help;audit'= {
        }
        &'lacuna;help;check'= {
        }
        &'lacuna;help;compare'= {
        }
        &'lacuna;help;diff'= {
        }
        &'lacuna;help;explain'= {
        }
        &'lacuna;help;new'= {
        }
        &'lacuna;help;schema'= {
        }
        &'lacuna;help;fmt'= {
        }
        &'lacuna;help;lsp'= {
        }
        &'lacuna;help;completions'= {
        }
        &'lacuna;help;man'= {
        }
        &'lacuna;help;site'= {
        }
        &'lacuna;help;help'= {
        }
    ]
    $completions[$command]
}
