using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>What the browser control panel draws.</summary>
internal static class ControlUiMethods
{
    public static readonly MethodEntry[] All =
    [
        Read("progressCard.get", 2, V4),
        Write("ui.command", 2, V4),
        Read("assistant.media.get", 3, V4, Unadvertised),
        Write("board.action", 3, V4),
        Read("board.data.read", 3, V4),
        Write("board.event", 3, V4),
        Read("board.get", 3, V4),
        Read("board.prompt.authorize", 3, V4),
        Write("board.update", 3, V4),
        Read("board.widget.appView", 3, V4),
        Approvals("board.widget.grant", 3, V4),
        Write("board.widget.put", 3, V4),
        Read("canvas.document.preview", 3, V4),
        Read("canvas.document.view", 3, V4),
        Read("controlUi.githubDetail", 3, V4),
        Read("controlUi.githubPreview", 3, V4),
        Read("controlUi.linkPreview", 3, V4),
        Read("controlUi.sessionPreview", 3, V4),
        Read("controlUi.sessionPullRequests.checks", 3, V4),
        Read("controlUi.sessionPullRequests.subscribe", 3, V4),
        Write("progressCard.put", 3, V4),
        Write("progressCard.refresh", 3, V4),
    ];
}
