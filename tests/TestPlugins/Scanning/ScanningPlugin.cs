using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Plugins;

namespace OpenClaw.TestPlugins;

/// <summary>Scans its assembly with a copy of Scrutor of its own, and then has the gateway scan it too.</summary>
public sealed class ScanningPlugin : IPlugin
{
    public void Configure(IPluginBuilder builder)
    {
        builder.Services.Scan(static scan => scan.FromAssemblyOf<ScanningPlugin>()
            .AddClasses(static classes => classes.AssignableTo<IGreeting>(), publicOnly: true)
            .AsImplementedInterfaces()
            .WithSingletonLifetime());
        builder.Services.Decorate<IGreeting>(static greeting => new Loud(greeting));
        builder.AddFromAssembly();
    }

    private sealed class Loud(IGreeting inner) : IGreeting
    {
        public string Text => inner.Text.ToUpperInvariant();
    }
}
