namespace OpenClaw.Host.Configuration.Json5;

/// <summary>How much a document may ask of the reader.</summary>
internal static class Json5Limits
{
    public const int MaxBytes = 2 * 1024 * 1024;

    public const int MaxDepth = 64;
}
