using System.Reflection;
using OpenClaw.Agents;
using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Plugins;
using OpenClaw.Tools;

namespace OpenClaw.Host.Plugins.Building;

/// <summary>The short form of registration: everything public in the entry assembly that is not registered yet.</summary>
internal static class AssemblyRegistrations
{
    public static void Add(Assembly assembly, IServiceCollection services, PluginRegistrations registrations, Action<PluginKind> accept)
    {
        var known = services.Select(static service => service.ServiceType).ToHashSet();
        var scanned = new ServiceCollection();
        scanned.Scan(source => source.FromAssemblies(assembly)
            .AddClasses(classes => classes.Where(type => !known.Contains(type) && !type.ContainsGenericParameters && IsOffer(type)), publicOnly: true)
            .AsSelf()
            .WithSingletonLifetime());
        foreach (var service in scanned.OrderBy(static service => service.ServiceType.FullName, StringComparer.Ordinal))
        {
            services.Add(service);
            Register(service.ServiceType, registrations, accept);
        }
    }

    private static bool IsOffer(Type type) =>
        type.IsAssignableTo(typeof(ITool)) || type.IsAssignableTo(typeof(IAgentProvider)) || type.IsAssignableTo(typeof(IPluginService));

    private static void Register(Type type, PluginRegistrations registrations, Action<PluginKind> accept)
    {
        if (type.IsAssignableTo(typeof(ITool)))
        {
            accept(PluginKind.Tool);
            registrations.Tools.Add(provider => (ITool)provider.GetRequiredService(type));
        }

        if (type.IsAssignableTo(typeof(IAgentProvider)))
        {
            accept(PluginKind.AgentProvider);
            registrations.Providers.Add(provider => (IAgentProvider)provider.GetRequiredService(type));
        }

        if (type.IsAssignableTo(typeof(IPluginService)))
        {
            accept(PluginKind.Service);
            registrations.Services.Add(provider => (IPluginService)provider.GetRequiredService(type));
        }
    }
}
