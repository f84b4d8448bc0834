namespace OpenClaw.Host.Agents.Delivery;

/// <summary>The sign of one run. It ends when it is disposed.</summary>
internal interface IRunSign : IRunSignals, IAsyncDisposable;
