using OpenClaw.Host.Gateway.Connections;
using OpenClaw.Host.Gateway.Transport;
using OpenClaw.Host.Plugins.Surfaces;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Host.Gateway.Dispatch;

/// <summary>One request on its way through the filters. It holds the received bytes until the handler has read its parameters.</summary>
internal sealed class GatewayRequest(GatewayConnection connection, RequestFrame frame, PooledBuffer content) : IDisposable
{
    private PooledBuffer? _content = content;

    public GatewayConnection Connection { get; } = connection;

    public RequestFrame Frame { get; } = frame;

    public MethodEntry? Entry { get; } = MethodCatalog.TryGet(frame.Method, out var entry) ? entry : null;

    /// <summary>Set where a plugin serves the method.</summary>
    public MethodContribution? PluginMethod { get; set; }

    public int Size { get; } = content.Length;

    /// <summary>Set by whichever filter or handler ended the request.</summary>
    public RequestOutcome Outcome { get; set; } = RequestOutcome.Ok;

    /// <summary>The bytes are not needed any more, although the request may go on for long.</summary>
    public void ReleaseContent() => Interlocked.Exchange(ref _content, null)?.Dispose();

    public void Dispose() => ReleaseContent();
}
