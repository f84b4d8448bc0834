namespace OpenClaw.Host.Configuration.Schema;

/// <summary>Names that <c>${NAME}</c> and references may use: <c>[A-Z_][A-Z0-9_]*</c>.</summary>
internal static class EnvironmentNames
{
    public static bool IsValid(ReadOnlySpan<char> name) =>
        !name.IsEmpty && IsStart(name[0]) && !name.ContainsAnyExcept(Allowed);

    public static bool IsStart(char c) => char.IsAsciiLetterUpper(c) || c == '_';

    private static readonly System.Buffers.SearchValues<char> Allowed =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
}
