using System.Collections.Frozen;

namespace OpenClaw.Protocol;

/// <summary>Values of <c>client.mode</c> in a connect request, and the mode of a presence row.</summary>
public static class ClientModes
{
    /// <summary>A chat page.</summary>
    public const string WebChat = "webchat";

    /// <summary>A command line.</summary>
    public const string Cli = "cli";

    /// <summary>A graphical application.</summary>
    public const string Ui = "ui";

    /// <summary>A program without a person in front of it.</summary>
    public const string Backend = "backend";

    /// <summary>A node.</summary>
    public const string Node = "node";

    /// <summary>A worker.</summary>
    public const string Worker = "worker";

    /// <summary>A reachability probe.</summary>
    public const string Probe = "probe";

    /// <summary>A test.</summary>
    public const string Test = "test";

    /// <summary>The gateway's own row in the presence list; never sent by a client.</summary>
    public const string Gateway = "gateway";

    /// <summary>Every mode a client may name.</summary>
    public static FrozenSet<string> All { get; } =
        FrozenSet.Create(StringComparer.Ordinal, WebChat, Cli, Ui, Backend, Node, Worker, Probe, Test);

    /// <summary>True for modes that do not appear in the presence list.</summary>
    public static bool IsHiddenFromPresence(string mode) => mode is Cli or Backend or Probe;
}
