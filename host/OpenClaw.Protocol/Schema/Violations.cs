namespace OpenClaw.Protocol.Schema;

/// <summary>The sentences of the reference for each way a value can be wrong.</summary>
internal static class Violations
{
    public static string MissingProperty(string path, string name) => $"{Prefix(path)}must have required property '{Cut(name)}'";

    public static string UnexpectedProperty(string path, string name) => $"at {Place(path)}: unexpected property '{Cut(name)}'";

    public static string DuplicateProperty(string path, string name) => $"at {Place(path)}: duplicate property '{Cut(name)}'";

    public static string WrongType(string path, string expected) => $"{Prefix(path)}must be {expected}";

    public static string NotAllowed(string path) => $"{Prefix(path)}must be equal to one of the allowed values";

    public static string NotTheConstant(string path) => $"{Prefix(path)}must be equal to constant";

    public static string NoMatchingAlternative(string path) => $"{Prefix(path)}must match a schema in anyOf";

    public static string BelowMinimum(string path, string minimum) => $"{Prefix(path)}must be >= {minimum}";

    public static string AboveMaximum(string path, string maximum) => $"{Prefix(path)}must be <= {maximum}";

    public static string TooShort(string path, int minimum) => $"{Prefix(path)}must NOT have fewer than {minimum} characters";

    public static string TooLong(string path, int maximum) => $"{Prefix(path)}must NOT have more than {maximum} characters";

    public static string TooFewItems(string path, int minimum) => $"{Prefix(path)}must NOT have fewer than {minimum} items";

    public static string TooManyItems(string path, int maximum) => $"{Prefix(path)}must NOT have more than {maximum} items";

    public static string PatternMismatch(string path, string pattern) => $"{Prefix(path)}must match pattern \"{pattern}\"";

    /// <summary>A name from outside, short enough to repeat.</summary>
    public static string Cut(string name) =>
        name.Length <= GatewayLimits.MaxReportedNameLength ? name : $"{name.AsSpan(0, KeepPairs(name))}…";

    private static int KeepPairs(string name) =>
        GatewayLimits.MaxReportedNameLength - (char.IsHighSurrogate(name[GatewayLimits.MaxReportedNameLength - 1]) ? 1 : 0);

    private static string Prefix(string path) => path.Length == 0 ? "" : $"at {path}: ";

    private static string Place(string path) => path.Length == 0 ? "root" : path;
}
