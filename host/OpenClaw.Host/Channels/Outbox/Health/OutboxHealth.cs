using System.Text.Json;
using OpenClaw.Host.Channels.Health;

namespace OpenClaw.Host.Channels.Outbox.Health;

internal sealed class OutboxHealth(OutboxDesk desk) : BoxHealth("outbox")
{
    protected override async ValueTask<JsonElement?> ReportAsync(CancellationToken cancellationToken) =>
        OutboxReport.Of(await desk.CountsAsync(cancellationToken)) is { } report
            ? JsonSerializer.SerializeToElement(report, ChannelsJsonContext.Default.OutboxReport)
            : null;
}
