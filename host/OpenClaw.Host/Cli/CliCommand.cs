using System.CommandLine;
using OpenClaw.Host.Cli.Output;

namespace OpenClaw.Host.Cli;

/// <summary>One verb of the command line.</summary>
internal abstract class CliCommand(string name, string description)
{
    private const string DebugVariable = "OPENCLAW_DEBUG";

    /// <summary>The word it is called by.</summary>
    protected string Verb => name;

    public Command Build(CliEnvironment environment)
    {
        var command = new Command(name, description);
        Configure(command);
        command.SetAction((arguments, cancellationToken) => InvokeAsync(new CliInvocation(arguments, environment), cancellationToken));
        return command;
    }

    /// <summary>Adds arguments and options.</summary>
    protected virtual void Configure(Command command)
    {
    }

    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    protected abstract Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken);

    /// <summary>Failures this kind of command explains itself; null for those it does not know.</summary>
    protected virtual CliReport? Explain(Exception error, CliInvocation invocation) => null;

    private async Task<int> InvokeAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(invocation, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
        catch (CliException error)
        {
            return CliReport.Local(error.Message, error.ExitCode).Print(invocation.Console, invocation.Json);
        }
        catch (Exception error)
        {
            var report = Explain(error, invocation) ?? CliReport.Unexpected(error, invocation.Variable(DebugVariable) == "1");
            return report.Print(invocation.Console, invocation.Json);
        }
    }
}
