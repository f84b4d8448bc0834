using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Channels;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Plugins;
using OpenClaw.Tools;

namespace OpenClaw.Host.Plugins.Building;

/// <summary>Creates what a plugin registered and wraps it for the host. Runs the plugin's code, so on its worker only.</summary>
internal sealed class PluginComposer(
    PluginGate gate, IServiceProvider container, PluginFactories factories, PluginOffers? offers, Func<string, string> redact)
{
    private const int MaxOffers = 256;
    private const int MaxDescriptionLength = 16_384;
    private const int MaxSchemaLength = 256 * 1024;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<Action> _releases = [];

    /// <summary>Empties every handle given out.</summary>
    public IReadOnlyList<Action> Releases => _releases;

    public PluginContributions Compose(PluginRegistrations registrations)
    {
        var count = registrations.Tools.Count + registrations.Providers.Count + registrations.Apis.Count + registrations.Channels.Count
            + registrations.Surfaces.Count;
        if (count > MaxOffers)
            throw new PluginRegistrationException($"The plugin registers {count} things, {MaxOffers} are allowed. Split it.");
        return new PluginContributions
        {
            Tools = [.. registrations.Tools.Select(Tool)],
            Providers = [.. registrations.Providers.Select(Provider)],
            Apis = [.. registrations.Apis.Keys.Select(api => new AgentApiContribution(Offered("apis", offers?.Apis, api), gate, factories))],
            Channels = [.. registrations.Channels.Values.Select(Channel)],
        };
    }

    private static string Offered(string kind, IReadOnlyList<string>? names, string name) =>
        names is null || names.Contains(name, StringComparer.Ordinal)
            ? name
            : throw new PluginRegistrationException(
                $"The manifest has offers, and offers.{kind} does not list '{name}'. Add it there, or leave offers out.");

    private ToolContribution Tool(Func<IServiceProvider, ITool> create)
    {
        var tool = create(container);
        var descriptor = tool.Descriptor ?? throw new PluginRegistrationException($"{tool.GetType().Name} has no descriptor.");
        ClaimNames.CheckTool(descriptor.Name);
        Once("Tool", descriptor.Name);
        Check(descriptor);
        var handle = Track(new PluginHandle<ITool>(gate, tool));
        return new ToolContribution(gate, new LeasedTool(descriptor with { Parameters = descriptor.Parameters.Clone() }, handle, redact));
    }

    private ChannelContribution Channel((ChannelDescriptor Descriptor, Func<IServiceProvider, ChannelAccount, IChannel> Factory) channel)
    {
        Offered("channels", offers?.Channels, channel.Descriptor.Id);
        return new ChannelContribution(channel.Descriptor, gate, factories);
    }

    private AgentProviderContribution Provider(Func<IServiceProvider, IAgentProvider> create)
    {
        var provider = create(container);
        var id = provider.Id;
        ClaimNames.CheckId("provider id", id);
        Offered("providers", offers?.Providers, id);
        Once("Model provider", id);
        var handle = Track(new PluginHandle<IAgentProvider>(gate, provider));
        return new AgentProviderContribution(gate, LeasedAgentProvider.Wrap(id, handle, provider is IEmbeddingProvider, redact));
    }

    private PluginHandle<T> Track<T>(PluginHandle<T> handle)
        where T : class
    {
        _releases.Add(handle.Release);
        return handle;
    }

    private void Once(string what, string name)
    {
        if (!_names.Add($"{what} {name}"))
            throw new PluginRegistrationException($"{what} '{name}' was added twice. Add it once.");
    }

    private static void Check(ToolDescriptor descriptor)
    {
        if (descriptor.Parameters.ValueKind != JsonValueKind.Object || descriptor.Parameters.GetRawText().Length > MaxSchemaLength)
            throw new PluginRegistrationException($"The parameters of tool '{descriptor.Name}' must be a JSON Schema object below {MaxSchemaLength} characters.");
        if (string.IsNullOrWhiteSpace(descriptor.Description) || descriptor.Description.Length > MaxDescriptionLength)
            throw new PluginRegistrationException($"The description of tool '{descriptor.Name}' must have 1 to {MaxDescriptionLength} characters.");
    }
}
