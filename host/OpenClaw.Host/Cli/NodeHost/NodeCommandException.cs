namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>Ends a command of a node with an error for the one who asked.</summary>
internal sealed class NodeCommandException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
