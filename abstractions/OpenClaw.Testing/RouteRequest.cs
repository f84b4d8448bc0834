namespace OpenClaw.Testing;

/// <summary>A request to a route of the plugin.</summary>
/// <param name="Path">Where to, without a query.</param>
public sealed record RouteRequest(string Path)
{
    /// <summary>The HTTP method, in capitals.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>What stands behind the question mark, for example <c>a=1</c>.</summary>
    public string Query { get; init; } = "";

    /// <summary>The body.</summary>
    public string Body { get; init; } = "";

    /// <summary>Headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>What the gateway found the caller may do; without any the caller is a stranger. By default it is the owner.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = ["operator.admin", "operator.read", "operator.write"];
}
