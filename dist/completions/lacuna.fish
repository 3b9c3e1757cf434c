# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_lacuna_global_optspecs
    string join \n h/help V/version
end

function __fish_lacuna_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_lacuna_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_lacuna_using_subcommand
    set -l cmd (__fish_lacuna_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c lacuna -n "__fish_lacuna_needs_command" -s h -l help -d 'Print help'
complete -c lacuna -n "__fish_lacuna_needs_command" -s V -l version -d 'Print version'
complete -c lacuna -n "__fish_lacuna_needs_command" -f -a "audit" -d 'Audit frameworks against checklists and write the gap report'
complete -c lacuna -n "__fish_lacuna_needs_command" -f -a "check" -d 'Check whether files hold together'
complete -c lacuna -n "__fish_lacuna_needs_command" -f -a "compare" -d 'Put countries side by side: tables, shared gaps, and what one has and another lacks'
complete -c lacuna -n "__fish_lacuna_needs_command" -f -a "diff" -d 'Show what changed between two sides: days, drafts, git revisions, files or folders'
complete -c lacuna -n "__fish_lacuna_needs_command" -f -a "explain" -d 'Show how a verdict comes about: the rule as a tree, each part with its grounds'
complete -c lacuna -n "__fish_lacuna_needs_command" -f -a "new" -d 'Write a framework to fill in, with every topic and commitment in place as a comment'
complete -c lacuna -n "__fish_lacuna_needs_command" -f -a "schema" -d 'Write the JSON Schema of a kind of file, for editors'
complete -c lacuna -n "__fish_lacuna_needs_command" -f -a "fmt" -d 'Rewrite files in canonical order and layout, every comment kept'
complete -c lacuna -n "__fish_lacuna_needs_command" -f -a "lsp" -d 'Speak with an editor: diagnostics, completion, explanations (language server on standard input and output)'
complete -c lacuna -n "__fish_lacuna_needs_command" -f -a "completions" -d 'Write the completions of a shell to standard output'
complete -c lacuna -n "__fish_lacuna_needs_command" -f -a "man" -d 'Write the manual pages into a folder'
complete -c lacuna -n "__fish_lacuna_needs_command" -f -a "site" -d 'Write one self-contained page for a region: countries by items, every verdict with its grounds'
complete -c lacuna -n "__fish_lacuna_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c lacuna -n "__fish_lacuna_using_subcommand audit" -l checklist -d 'A checklist by id (annex-d, annex-b) or file; every embedded one if left out' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand audit" -l vocabulary -d 'A vocabulary other than the embedded one' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand audit" -l as-of -d 'The day of the audit; the framework\'s `reviewed` if left out' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand audit" -l with -d 'Lay a draft over the framework; repeat it to lay several in order' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand audit" -l min-confidence -d 'Leave out what is known less well than this: recalled, reported or verified' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand audit" -l format -d 'Format of the report; markdown, or text on a terminal, if left out' -r -f -a "text\t'a short summary for a terminal'
markdown\t'the gap report, to read and to print'
json\t'everything, for programs (lacuna/report/v1)'
yaml\t'the same as JSON, in YAML'
sarif\t'findings and diagnostics in SARIF 2.1.0, for code scanning'
github\t'annotations of a GitHub workflow'
summary\t'the summary of a job, in Markdown'
gitlab\t'GitLab\'s code quality report'
junit\t'JUnit XML, a test case for each element'"
complete -c lacuna -n "__fish_lacuna_using_subcommand audit" -l out -d 'Write here instead of to standard output: a file, or a folder with one file per country' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand audit" -l fail-on -d 'End with exit code 1 if any of these occurs: a verdict on an item (gap, conflict, partial, unknown, met, not-applicable), owed (a duty that is not met), regression (against --baseline), error, warning or note (a diagnostic of this severity or a graver one)' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand audit" -l baseline -d 'Hold the findings against this baseline and mark what is new, worsened, improved, resolved' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand audit" -l write-baseline -d 'Write the findings down as a baseline for later audits' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand audit" -l waivers -d 'Mark the findings that somebody decided to live with; waivers.yaml, if it is there, if left out' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand audit" -l threads -d 'How many frameworks are worked on at a time where each has a report of its own; as many as there are processors, if left out. What is written does not depend on it' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand audit" -l color -d 'Colours on the terminal' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c lacuna -n "__fish_lacuna_using_subcommand audit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c lacuna -n "__fish_lacuna_using_subcommand check" -l vocabulary -d 'A vocabulary other than the embedded one' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand check" -l format -d 'Format of the diagnostics' -r -f -a "text\t'For people'
json\t'For editors and other programs'
sarif\t'SARIF 2.1.0, for code scanning'
github\t'Annotations of a GitHub workflow'
gitlab\t'GitLab\'s code quality report'
junit\t'JUnit XML, a test case for each file'"
complete -c lacuna -n "__fish_lacuna_using_subcommand check" -l fail-on -d 'End with exit code 1 on a diagnostic of this severity or a graver one; errors end with 3 in any case' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand check" -l color -d 'Colours on the terminal' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c lacuna -n "__fish_lacuna_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c lacuna -n "__fish_lacuna_using_subcommand compare" -l checklist -d 'A checklist by id (annex-d, annex-b) or file; every embedded one if left out' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand compare" -l vocabulary -d 'A vocabulary other than the embedded one' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand compare" -l as-of -d 'The day of the audit; the framework\'s `reviewed` if left out' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand compare" -l with -d 'Lay a draft over the framework; repeat it to lay several in order' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand compare" -l min-confidence -d 'Leave out what is known less well than this: recalled, reported or verified' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand compare" -l only -d 'Only this section or item, such as international or annex-d/child-definition; repeat it for several' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand compare" -l format -d 'text, markdown, csv, xlsx or json; markdown, or text on a terminal, if left out' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand compare" -l out -d 'Write to this file instead of to standard output' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand compare" -l color -d 'Colours on the terminal' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c lacuna -n "__fish_lacuna_using_subcommand compare" -l elements -d 'A line for each element instead of each item'
complete -c lacuna -n "__fish_lacuna_using_subcommand compare" -l compact -d 'Dots only, as the matrix of Annex B is printed'
complete -c lacuna -n "__fish_lacuna_using_subcommand compare" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c lacuna -n "__fish_lacuna_using_subcommand diff" -l on -d 'The record that two versions of a bill are laid on; that of their country in `frameworks` if left out' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand diff" -l since -d 'The old side: the same path on a day, or in a git revision' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand diff" -l with -d 'Lay a draft over the new side; repeat it to lay several in order' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand diff" -l old-with -d 'Lay a draft over the old side: with --with, two versions of a bill' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand diff" -l checklist -d 'A checklist by id (annex-d, annex-b) or file; every embedded one if left out' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand diff" -l old-checklist -d 'The edition of a checklist for the old side, where that is another' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand diff" -l vocabulary -d 'A vocabulary other than the embedded one' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand diff" -l as-of -d 'The day of a side that names none; the framework\'s `reviewed` if left out' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand diff" -l min-confidence -d 'Leave out what is known less well than this: recalled, reported or verified' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand diff" -l format -d 'text, markdown or json; markdown, or text on a terminal, if left out' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand diff" -l out -d 'Write to this file instead of to standard output' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand diff" -l fail-on -d 'End with exit code 1 if anything changed at one of these levels: improvement, regression, lateral, editorial' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand diff" -l color -d 'Colours on the terminal' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c lacuna -n "__fish_lacuna_using_subcommand diff" -l across -d 'Compare the records of two countries'
complete -c lacuna -n "__fish_lacuna_using_subcommand diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c lacuna -n "__fish_lacuna_using_subcommand explain" -l checklist -d 'A checklist by id (annex-d, annex-b) or file; every embedded one if left out' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand explain" -l vocabulary -d 'A vocabulary other than the embedded one' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand explain" -l as-of -d 'The day of the audit; the framework\'s `reviewed` if left out' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand explain" -l with -d 'Lay a draft over the framework; repeat it to lay several in order' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand explain" -l min-confidence -d 'Leave out what is known less well than this: recalled, reported or verified' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand explain" -l color -d 'Colours on the terminal' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c lacuna -n "__fish_lacuna_using_subcommand explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c lacuna -n "__fish_lacuna_using_subcommand new" -l name -d 'The name that reports print, if not the one of the standard' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand new" -l reviewed -d 'The day up to which the record is complete; today if left out' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand new" -l out -d 'Write to this file, which must not exist, instead of to standard output' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand new" -l vocabulary -d 'A vocabulary other than the embedded one' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand new" -l color -d 'Colours on the terminal' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c lacuna -n "__fish_lacuna_using_subcommand new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c lacuna -n "__fish_lacuna_using_subcommand schema" -l out -d 'Write to this file, or all of them into this folder if no kind is named' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand schema" -l vocabulary -d 'A vocabulary other than the embedded one' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand schema" -l color -d 'Colours on the terminal' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c lacuna -n "__fish_lacuna_using_subcommand schema" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c lacuna -n "__fish_lacuna_using_subcommand fmt" -l vocabulary -d 'A vocabulary other than the embedded one' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand fmt" -l color -d 'Colours on the terminal' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c lacuna -n "__fish_lacuna_using_subcommand fmt" -l check -d 'Write nothing; name the files that would change and end with exit code 1 if there are any'
complete -c lacuna -n "__fish_lacuna_using_subcommand fmt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c lacuna -n "__fish_lacuna_using_subcommand lsp" -l vocabulary -d 'A vocabulary other than the embedded one' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand lsp" -l stdio -d 'Taken for editors that always pass it; there is no other way'
complete -c lacuna -n "__fish_lacuna_using_subcommand lsp" -s h -l help -d 'Print help'
complete -c lacuna -n "__fish_lacuna_using_subcommand completions" -s h -l help -d 'Print help'
complete -c lacuna -n "__fish_lacuna_using_subcommand man" -s h -l help -d 'Print help'
complete -c lacuna -n "__fish_lacuna_using_subcommand site" -l checklist -d 'A checklist by id (annex-d, annex-b) or file; every embedded one if left out' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand site" -l vocabulary -d 'A vocabulary other than the embedded one' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand site" -l as-of -d 'The day of the audit; the framework\'s `reviewed` if left out' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand site" -l with -d 'Lay a draft over the framework; repeat it to lay several in order' -r -F
complete -c lacuna -n "__fish_lacuna_using_subcommand site" -l min-confidence -d 'Leave out what is known less well than this: recalled, reported or verified' -r
complete -c lacuna -n "__fish_lacuna_using_subcommand site" -l color -d 'Colours on the terminal' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c lacuna -n "__fish_lacuna_using_subcommand site" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c lacuna -n "__fish_lacuna_using_subcommand help; and not __fish_seen_subcommand_from audit check compare diff explain new schema fmt lsp completions man site help" -f -a "audit" -d 'Audit frameworks against checklists and write the gap report'
complete -c lacuna -n "__fish_lacuna_using_subcommand help; and not __fish_seen_subcommand_from audit check compare diff explain new schema fmt lsp completions man site help" -f -a "check" -d 'Check whether files hold together'
complete -c lacuna -n "__fish_lacuna_using_subcommand help; and not __fish_seen_subcommand_from audit check compare diff explain new schema fmt lsp completions man site help" -f -a "compare" -d 'Put countries side by side: tables, shared gaps, and what one has and another lacks'
complete -c lacuna -n "__fish_lacuna_using_subcommand help; and not __fish_seen_subcommand_from audit check compare diff explain new schema fmt lsp completions man site help" -f -a "diff" -d 'Show what changed between two sides: days, drafts, git revisions, files or folders'
complete -c lacuna -n "__fish_lacuna_using_subcommand help; and not __fish_seen_subcommand_from audit check compare diff explain new schema fmt lsp completions man site help" -f -a "explain" -d 'Show how a verdict comes about: the rule as a tree, each part with its grounds'
complete -c lacuna -n "__fish_lacuna_using_subcommand help; and not __fish_seen_subcommand_from audit check compare diff explain new schema fmt lsp completions man site help" -f -a "new" -d 'Write a framework to fill in, with every topic and commitment in place as a comment'
complete -c lacuna -n "__fish_lacuna_using_subcommand help; and not __fish_seen_subcommand_from audit check compare diff explain new schema fmt lsp completions man site help" -f -a "schema" -d 'Write the JSON Schema of a kind of file, for editors'
complete -c lacuna -n "__fish_lacuna_using_subcommand help; and not __fish_seen_subcommand_from audit check compare diff explain new schema fmt lsp completions man site help" -f -a "fmt" -d 'Rewrite files in canonical order and layout, every comment kept'
complete -c lacuna -n "__fish_lacuna_using_subcommand help; and not __fish_seen_subcommand_from audit check compare diff explain new schema fmt lsp completions man site help" -f -a "lsp" -d 'Speak with an editor: diagnostics, completion, explanations (language server on standard input and output)'
complete -c lacuna -n "__fish_lacuna_using_subcommand help; and not __fish_seen_subcommand_from audit check compare diff explain new schema fmt lsp completions man site help" -f -a "completions" -d 'Write the completions of a shell to standard output'
complete -c lacuna -n "__fish_lacuna_using_subcommand help; and not __fish_seen_subcommand_from audit check compare diff explain new schema fmt lsp completions man site help" -f -a "man" -d 'Write the manual pages into a folder'
complete -c lacuna -n "__fish_lacuna_using_subcommand help; and not __fish_seen_subcommand_from audit check compare diff explain new schema fmt lsp completions man site help" -f -a "site" -d 'Write one self-contained page for a region: countries by items, every verdict with its grounds'
complete -c lacuna -n "__fish_lacuna_using_subcommand help; and not __fish_seen_subcommand_from audit check compare diff explain new schema fmt lsp completions man site help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
