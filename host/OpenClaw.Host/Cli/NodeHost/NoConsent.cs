namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>The default: this machine runs nothing for others.</summary>
internal sealed class NoConsent : IRunConsent
{
    public ValueTask RequireAsync(ConsentRequest request, CancellationToken cancellationToken) => throw new NodeCommandException(
        "EXEC_OFF", "this node runs no programs until its owner starts it with openclaw node run --allow-exec");
}
