namespace OpenClaw.Host.Sessions.Transcript;

/// <summary>Why a stored message of an assistant ended.</summary>
internal static class MessageStopReasons
{
    public const string Stop = "stop";
    public const string ToolUse = "toolUse";
    public const string Length = "length";
    public const string Refusal = "refusal";
    public const string Error = "error";
    public const string Aborted = "aborted";
}
