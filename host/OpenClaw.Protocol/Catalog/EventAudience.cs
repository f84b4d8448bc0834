namespace OpenClaw.Protocol.Catalog;

/// <summary>Roles that may see an event.</summary>
public enum EventAudience
{
    /// <summary>Every connection.</summary>
    Everyone,

    /// <summary>Operators with the scope.</summary>
    Operators,

    /// <summary>Operators with the scope, and nodes by direct send.</summary>
    OperatorsAndNodes,

    /// <summary>The node it is meant for.</summary>
    Node,
}
