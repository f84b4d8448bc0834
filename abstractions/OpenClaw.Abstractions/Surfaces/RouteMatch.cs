namespace OpenClaw.Surfaces;

/// <summary>Which request paths a route takes. Letters are compared without case, and a slash at the end does not count.</summary>
public enum RouteMatch
{
    /// <summary>The path itself.</summary>
    Exact,

    /// <summary>The path and everything below it. A longer path of another route goes first.</summary>
    Prefix,
}
