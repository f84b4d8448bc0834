namespace OpenClaw.Host.Cli.Commands;

/// <summary><c>config file</c>: the path, whole, so that scripts can use it.</summary>
internal sealed class ConfigFileCommand() : CliCommand("file", "Print the path of the configuration file")
{
    protected override Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        invocation.Console.Output.WriteLine(invocation.Paths.ConfigFile);
        return Task.FromResult(ExitCodes.Success);
    }
}
