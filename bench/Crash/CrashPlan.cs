namespace OpenClaw.Bench.Crash;

/// <summary>Which message goes to which chat of which channel: several of a kind into one chat, those that need a tool into one of their own.</summary>
internal static class CrashPlan
{
    public const string Keyed = "http-chat";
    public const string Plain = "http-chat-plain";

    private const int ToolEvery = 4;
    private const int Block = 8;

    public static bool NeedsTool(int number) => number % ToolEvery == 0;

    public static string ChatOf(int number) => NeedsTool(number) ? $"t{number}" : $"c{number / Block}";

    public static string TextOf(int number) => NeedsTool(number) ? "use tool dice_roll" : $"number {number}";

    /// <summary>Chats take turns where both channels are there.</summary>
    public static string ChannelOf(int number, IReadOnlyList<string> channels) => channels[number / Block % channels.Count];
}
