namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>Asks a person whether a program may run on this machine.</summary>
internal interface IRunConsent
{
    /// <exception cref="NodeCommandException">Nobody could be asked, or nobody allowed it.</exception>
    ValueTask RequireAsync(ConsentRequest request, CancellationToken cancellationToken);
}
