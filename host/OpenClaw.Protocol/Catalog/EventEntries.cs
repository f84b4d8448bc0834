namespace OpenClaw.Protocol.Catalog;

/// <summary>Words in which the event table is written.</summary>
internal static class EventEntries
{
    public static EventEntry Everyone(string name, int since = ProtocolVersions.V4, bool dropIfSlow = false) =>
        new(name, EventAudience.Everyone, null, dropIfSlow, since);

    public static EventEntry Node(string name, int since = ProtocolVersions.V4) => new(name, EventAudience.Node, null, false, since);

    public static EventEntry ReadAndNodes(string name, int since = ProtocolVersions.V4, bool dropIfSlow = false) =>
        new(name, EventAudience.OperatorsAndNodes, OperatorScopes.Read, dropIfSlow, since);

    public static EventEntry Read(string name, int since = ProtocolVersions.V4, bool dropIfSlow = false) =>
        Operators(OperatorScopes.Read, name, since, dropIfSlow);

    public static EventEntry SessionsRead(string name, int since = ProtocolVersions.V4, bool dropIfSlow = false) =>
        Operators(OperatorScopes.SessionsRead, name, since, dropIfSlow);

    public static EventEntry Admin(string name, int since = ProtocolVersions.V4, bool dropIfSlow = false) =>
        Operators(OperatorScopes.Admin, name, since, dropIfSlow);

    public static EventEntry Approvals(string name, int since = ProtocolVersions.V4, bool dropIfSlow = false) =>
        Operators(OperatorScopes.Approvals, name, since, dropIfSlow);

    public static EventEntry Questions(string name, int since = ProtocolVersions.V4, bool dropIfSlow = false) =>
        Operators(OperatorScopes.Questions, name, since, dropIfSlow);

    public static EventEntry Pairing(string name, int since = ProtocolVersions.V4, bool dropIfSlow = false) =>
        Operators(OperatorScopes.Pairing, name, since, dropIfSlow);

    public static EventEntry Talk(string name, int since = ProtocolVersions.V4, bool dropIfSlow = false) =>
        Operators(OperatorScopes.Talk, name, since, dropIfSlow);

    private static EventEntry Operators(string scope, string name, int since, bool dropIfSlow) =>
        new(name, EventAudience.Operators, scope, dropIfSlow, since);
}
