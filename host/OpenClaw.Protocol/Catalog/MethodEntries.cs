namespace OpenClaw.Protocol.Catalog;

/// <summary>Words in which the method tables are written.</summary>
internal static class MethodEntries
{
    public static MethodEntry Anyone(string name, int tier, int since, MethodTraits traits = MethodTraits.None) =>
        new(name, MethodAccess.Anyone, null, tier, since, traits);

    public static MethodEntry Node(string name, int tier, int since, MethodTraits traits = MethodTraits.None) =>
        new(name, MethodAccess.Node, null, tier, since, traits);

    public static MethodEntry Read(string name, int tier, int since, MethodTraits traits = MethodTraits.None) =>
        Operator(OperatorScopes.Read, name, tier, since, traits);

    public static MethodEntry Write(string name, int tier, int since, MethodTraits traits = MethodTraits.None) =>
        Operator(OperatorScopes.Write, name, tier, since, traits);

    public static MethodEntry Admin(string name, int tier, int since, MethodTraits traits = MethodTraits.None) =>
        Operator(OperatorScopes.Admin, name, tier, since, traits);

    public static MethodEntry Pairing(string name, int tier, int since, MethodTraits traits = MethodTraits.None) =>
        Operator(OperatorScopes.Pairing, name, tier, since, traits);

    public static MethodEntry Approvals(string name, int tier, int since, MethodTraits traits = MethodTraits.None) =>
        Operator(OperatorScopes.Approvals, name, tier, since, traits);

    public static MethodEntry Questions(string name, int tier, int since, MethodTraits traits = MethodTraits.None) =>
        Operator(OperatorScopes.Questions, name, tier, since, traits);

    public static MethodEntry Talk(string name, int tier, int since, MethodTraits traits = MethodTraits.None) =>
        Operator(OperatorScopes.Talk, name, tier, since, traits);

    public static MethodEntry SessionsWrite(string name, int tier, int since, MethodTraits traits = MethodTraits.None) =>
        Operator(OperatorScopes.SessionsWrite, name, tier, since, traits);

    private static MethodEntry Operator(string scope, string name, int tier, int since, MethodTraits traits) =>
        new(name, MethodAccess.Operator, scope, tier, since, traits);
}
