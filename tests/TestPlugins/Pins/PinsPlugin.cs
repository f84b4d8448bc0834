using OpenClaw.Plugins;

namespace OpenClaw.TestPlugins;

public sealed class PinsPlugin : IPlugin
{
    public void Configure(IPluginBuilder builder) => builder.AddBackgroundService<PinsService>();
}

/// <summary>Does one thing that is known to hold code: <c>{"habit": "timer", "form": "bad"}</c>, or what to do instead of it.</summary>
public sealed class PinsService(IPluginScope scope) : IPluginService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var habit = scope.Settings.GetProperty("habit").GetString()!;
        if (scope.Settings.GetProperty("form").GetString() == "bad")
            BadHabits.Do(habit);
        else
            Instead.Do(habit, scope);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
