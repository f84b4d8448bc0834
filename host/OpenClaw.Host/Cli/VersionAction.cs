using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Diagnostics;

namespace OpenClaw.Host.Cli;

/// <summary>Prints <c>OpenClaw 1.2.3 (abcdef0)</c>.</summary>
internal sealed class VersionAction(ICliConsole console) : SynchronousCommandLineAction
{
    private const int ShortCommitLength = 7;

    public static string Text { get; } = Compose();

    public override int Invoke(ParseResult parseResult)
    {
        console.Output.WriteLine(Text);
        return ExitCodes.Success;
    }

    private static string Compose()
    {
        var informational = typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        var commit = informational?.Split('+') is [_, { Length: >= ShortCommitLength } revision] ? $" ({revision[..ShortCommitLength]})" : "";
        return $"OpenClaw {HostVersion.Text}{commit}";
    }
}
