namespace OpenClaw.Host.Diagnostics;

/// <summary>Gets the gateway ready for a restart that was asked for.</summary>
internal interface IRestartPreparation
{
    /// <summary>Waits until little is lost by a restart, no longer than the owner allows.</summary>
    /// <param name="cancellationToken">The gateway stops for another reason, or the request was withdrawn.</param>
    /// <returns>False when the gateway is better off as it is.</returns>
    Task<bool> PrepareAsync(CancellationToken cancellationToken);
}
