using System.Text.Json;
using OpenClaw.Host.IntegrationTests.Gateway;

namespace OpenClaw.Host.IntegrationTests.Hosting;

/// <summary>A socket past its handshake, and what it was told.</summary>
internal sealed record DeviceConnection(FrameClient Client, JsonElement Hello) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Client.DisposeAsync();
}
