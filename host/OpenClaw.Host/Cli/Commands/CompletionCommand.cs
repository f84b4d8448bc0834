using System.CommandLine;
using OpenClaw.Host.Cli.Completion;

namespace OpenClaw.Host.Cli.Commands;

/// <summary><c>completion</c>: a script for the shell, which asks this program what may come next.</summary>
internal sealed class CompletionCommand() : CliCommand("completion", "Print a completion script for a shell")
{
    private readonly Argument<string?> _shell = new("shell") { Description = "bash, zsh, fish or pwsh", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _shellOption = new("--shell", "-s") { Description = "The same as an option", HelpName = "shell" };

    protected override void Configure(Command command)
    {
        _shell.AcceptOnlyFromAmong([.. CompletionScripts.Shells]);
        _shellOption.AcceptOnlyFromAmong([.. CompletionScripts.Shells]);
        command.Arguments.Add(_shell);
        command.Options.Add(_shellOption);
    }

    protected override Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var shell = invocation.Get(_shell) ?? invocation.Get(_shellOption)
            ?? throw new CliException("Missing required argument \"shell\". Use bash, zsh, fish or pwsh.");
        invocation.Console.Output.Write(CompletionScripts.For(shell));
        return Task.FromResult(ExitCodes.Success);
    }
}
