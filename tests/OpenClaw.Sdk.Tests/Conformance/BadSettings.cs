namespace OpenClaw.Sdk.Tests.Conformance;

internal static class BadSettings
{
    public static string Of(string breaks, string run) => $$"""{"breaks":"{{breaks}}","run":"{{run}}"}""";
}
