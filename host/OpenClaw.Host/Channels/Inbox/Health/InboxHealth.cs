using System.Text.Json;
using OpenClaw.Host.Channels.Health;

namespace OpenClaw.Host.Channels.Inbox.Health;

internal sealed class InboxHealth(InboxDesk desk) : BoxHealth("inbox")
{
    protected override async ValueTask<JsonElement?> ReportAsync(CancellationToken cancellationToken) =>
        InboxReport.Of(await desk.CountsAsync(cancellationToken)) is { } report
            ? JsonSerializer.SerializeToElement(report, ChannelsJsonContext.Default.InboxReport)
            : null;
}
