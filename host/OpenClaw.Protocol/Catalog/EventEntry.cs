namespace OpenClaw.Protocol.Catalog;

/// <summary>One row of <see cref="EventCatalog"/>.</summary>
/// <param name="Name">The event.</param>
/// <param name="Audience">Which roles may see it.</param>
/// <param name="Scope">The scope an operator needs; null where no scope is asked for.</param>
/// <param name="DropIfSlow">A receiver that lags loses the event instead of its connection; its number is used up.</param>
/// <param name="Since">The generation that brought it.</param>
public sealed record EventEntry(string Name, EventAudience Audience, string? Scope, bool DropIfSlow, int Since)
{
    /// <summary>True when a broadcast of this event reaches a connection of that role and those scopes.</summary>
    public bool IsVisibleTo(string role, IEnumerable<string> scopes) => Audience switch
    {
        EventAudience.Everyone => true,
        EventAudience.Operators or EventAudience.OperatorsAndNodes =>
            role == Roles.Operator && (Scope is null || OperatorScopes.Covers(scopes, Scope)),
        _ => false,
    };
}
