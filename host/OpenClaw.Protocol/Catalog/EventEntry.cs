namespace OpenClaw.Protocol.Catalog;

/// <summary>One row of <see cref="EventCatalog"/>.</summary>
/// <param name="Name">The event.</param>
/// <param name="Audience">Which roles may see it.</param>
/// <param name="Scope">The scope an operator needs; null where no scope is asked for.</param>
/// <param name="DropIfSlow">A receiver that lags loses the event instead of its connection; its number is used up.</param>
/// <param name="Since">The generation that brought it.</param>
public sealed record EventEntry(string Name, EventAudience Audience, string? Scope, bool DropIfSlow, int Since);
