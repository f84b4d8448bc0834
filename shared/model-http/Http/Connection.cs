using OpenClaw.Agents.Common.Failures;
using OpenClaw.Agents.Common.Settings;
using OpenClaw.Plugins;

namespace OpenClaw.Agents.Common.Http;

/// <summary>Everything one provider needs to talk to its far end.</summary>
internal sealed class Connection : IDisposable
{
    // Our own deadline ends a silent request; the client's must not come first.
    private static readonly TimeSpan ClientMargin = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;

    public Connection(IPluginScope scope, EndpointSettings settings)
    {
        Settings = settings;
        foreach (var secret in settings.Secrets)
            scope.ProtectSecret(secret);
        Clock = scope.Clock;
        _http = scope.CreateHttpClient(new PluginHttpSettings { Timeout = settings.FirstByteTimeout + ClientMargin, Proxy = settings.Proxy });
        Mask = new SecretMask(settings.Secrets);
        Failures = new FailureMapper(settings.ProviderId, Mask);
        Endpoint = new Endpoint(_http, settings, Failures, Clock);
    }

    public EndpointSettings Settings { get; }

    public TimeProvider Clock { get; }

    public SecretMask Mask { get; }

    public FailureMapper Failures { get; }

    public Endpoint Endpoint { get; }

    public void Dispose() => _http.Dispose();
}
