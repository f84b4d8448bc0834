namespace OpenClaw.Host.IntegrationTests.Gateway;

/// <summary>Connect requests as the recorded clients send them.</summary>
internal static class Connects
{
    public const string AllScopes = """["operator.read","operator.write","operator.admin","operator.approvals","operator.pairing"]""";

    public static string TokenAuth { get; } = $$"""{"token":"{{TestGateway.Token}}"}""";

    /// <summary>A connect request; a null auth leaves the member out, extra is put behind it.</summary>
    public static string Request(
        string? auth,
        string id = "cli",
        string mode = "cli",
        int min = 4,
        int max = 4,
        string? scopes = AllScopes,
        string role = "operator",
        string extra = "") =>
        $$$"""
        {"type":"req","id":"connect-1","method":"connect","params":{"minProtocol":{{{min}}},"maxProtocol":{{{max}}},
        "client":{"id":"{{{id}}}","version":"1.0.0","platform":"linux","mode":"{{{mode}}}"},"role":"{{{role}}}",
        {{{(scopes is null ? "" : $"\"scopes\":{scopes},")}}}"caps":[],{{{(auth is null ? "" : $"\"auth\":{auth},")}}}
        "locale":"en-US","userAgent":"test/1.0"{{{extra}}}}}
        """;
}
