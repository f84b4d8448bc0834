namespace OpenClaw.Protocol.Catalog;

/// <summary>Who may call a method.</summary>
public enum MethodAccess
{
    /// <summary>Any connection that passed the handshake.</summary>
    Anyone,

    /// <summary>Operators that hold the scope.</summary>
    Operator,

    /// <summary>Nodes only.</summary>
    Node,
}
