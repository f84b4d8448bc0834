using System.Text.Json;
using OpenClaw.Host.Channels.Admission;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>The <c>streaming</c> settings of an account.</summary>
internal sealed record DraftOptions
{
    private const int ShortestBlock = 100;

    public DraftMode Mode { get; init; }

    /// <summary>The longest message of <see cref="DraftMode.Block"/>.</summary>
    public int BlockLength { get; init; } = 800;

    /// <summary>The shortest beginning that <see cref="DraftMode.Block"/> shows.</summary>
    public int FirstBlockLength { get; init; } = 200;

    /// <summary>The first line of <see cref="DraftMode.Progress"/>; nothing where there is none.</summary>
    public string? Label { get; init; } = "Working…";

    public int MaxLines { get; init; } = 8;

    public int MaxLineLength { get; init; } = 120;

    /// <summary>Whether tools are named, and not the label alone shown.</summary>
    public bool ShowsTools { get; init; } = true;

    /// <summary>Whether finished paragraphs are sent as messages of their own, where nothing can be shown early otherwise.</summary>
    public bool SendsBlocks { get; init; }

    /// <summary>A block that is sent has at least so many characters, or is followed by <see cref="BlockPause"/>.</summary>
    public int SentBlockLength { get; init; } = 800;

    public TimeSpan BlockPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <param name="streaming">The account's settings: an object, or the mode alone.</param>
    /// <param name="otherwise">The mode where none is set.</param>
    /// <param name="sendsBlocks">What <c>agents.defaults.blockStreamingDefault</c> says.</param>
    public static DraftOptions Of(JsonElement streaming, DraftMode otherwise, bool sendsBlocks)
    {
        var chunk = streaming.Member("preview").Member("chunk");
        var progress = streaming.Member("progress");
        var block = streaming.Member("block");
        var usual = new DraftOptions();
        var length = Math.Max(chunk.Integer("maxChars") ?? usual.BlockLength, ShortestBlock);
        return new DraftOptions
        {
            Mode = ModeOf(streaming) ?? otherwise,
            BlockLength = length,
            FirstBlockLength = Math.Clamp(chunk.Integer("minChars") ?? usual.FirstBlockLength, 1, length),
            Label = LabelOf(progress, usual.Label),
            MaxLines = Math.Clamp(progress.Integer("maxLines") ?? usual.MaxLines, 1, 20),
            MaxLineLength = Math.Clamp(progress.Integer("maxLineChars") ?? usual.MaxLineLength, 20, 300),
            ShowsTools = progress.Flag("toolProgress") ?? true,
            SendsBlocks = block.Flag("enabled") ?? sendsBlocks,
            SentBlockLength = Math.Clamp(block.Member("coalesce").Integer("minChars") ?? usual.SentBlockLength, 1, 10_000),
            BlockPause = TimeSpan.FromMilliseconds(Math.Clamp(block.Member("coalesce").Integer("idleMs") ?? 1_000, 0, 60_000)),
        };
    }

    private static DraftMode? ModeOf(JsonElement streaming)
    {
        var mode = streaming.ValueKind == JsonValueKind.Object ? streaming.Member("mode") : streaming;
        return mode.ValueKind switch
        {
            JsonValueKind.False => DraftMode.Off,
            JsonValueKind.String when Enum.TryParse<DraftMode>(mode.GetString(), ignoreCase: true, out var named) && Enum.IsDefined(named) => named,
            // A word that nobody knows shows nothing rather than something nobody asked for.
            JsonValueKind.String => DraftMode.Off,
            _ => null,
        };
    }

    private static string? LabelOf(JsonElement progress, string? usual) => progress.Member("label") switch
    {
        { ValueKind: JsonValueKind.False } => null,
        { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: > 0 } label && label != "auto" => label,
        _ => progress.Texts("labels") is [{ Length: > 0 } first, ..] ? first : usual,
    };
}
