namespace OpenClaw.Protocol.Catalog;

/// <summary>One row of <see cref="MethodCatalog"/>.</summary>
/// <param name="Name">The method.</param>
/// <param name="Access">Which role may call it.</param>
/// <param name="Scope">The least scope an operator needs; null where no scope is asked for.</param>
/// <param name="Tier">1 for the core, 2 for common, 3 for the rest.</param>
/// <param name="Since">The generation that brought it.</param>
/// <param name="Traits">Further properties.</param>
public sealed record MethodEntry(string Name, MethodAccess Access, string? Scope, int Tier, int Since, MethodTraits Traits)
{
    /// <summary>True when a gateway that serves the method lists it in <c>features.methods</c>.</summary>
    public bool IsAdvertised => (Traits & MethodTraits.Unadvertised) == 0;

    /// <summary>True when a call is refused while the gateway starts.</summary>
    public bool NeedsReadyGateway => (Traits & MethodTraits.NotDuringStartup) != 0;

    /// <summary>True when calls count against the control-plane budget.</summary>
    public bool IsRateLimited => (Traits & MethodTraits.RateLimited) != 0;
}
