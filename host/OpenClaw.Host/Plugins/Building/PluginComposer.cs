using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Plugins;
using OpenClaw.Tools;

namespace OpenClaw.Host.Plugins.Building;

/// <summary>Creates what a plugin registered and wraps it for the host. Runs the plugin's code, so on its worker only.</summary>
internal sealed class PluginComposer(PluginGate gate, IServiceProvider container, PluginFactories factories, Func<string, string> redact)
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
        var offers = registrations.Tools.Count + registrations.Providers.Count + registrations.Apis.Count + registrations.Channels.Count;
        if (offers > MaxOffers)
            throw new PluginRegistrationException($"The plugin registers {offers} things, {MaxOffers} are allowed. Split it.");
        return new PluginContributions
        {
            Tools = [.. registrations.Tools.Select(Tool)],
            Providers = [.. registrations.Providers.Select(Provider)],
            Apis = [.. registrations.Apis.Keys.Select(api => new AgentApiContribution(api, gate, factories))],
            Channels = [.. registrations.Channels.Values.Select(channel => new ChannelContribution(channel.Descriptor, gate, factories))],
        };
    }

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

    private AgentProviderContribution Provider(Func<IServiceProvider, IAgentProvider> create)
    {
        var provider = create(container);
        var id = provider.Id;
        ClaimNames.CheckId("provider id", id);
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
