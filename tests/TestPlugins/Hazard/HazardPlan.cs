using System.Text.Json;

namespace OpenClaw.TestPlugins;

/// <summary>What happens where: <c>{"start": "throw"}</c>.</summary>
public sealed class HazardPlan(JsonElement settings)
{
    /// <summary>Does what is planned for this place.</summary>
    public void Reach(string place)
    {
        if (settings.TryGetProperty(place, out var act))
            Harm.Do(act.GetString()!, place);
    }

    public Task ReachAsync(string place)
    {
        if (settings.TryGetProperty(place, out var act) && act.GetString() == "never")
            return new TaskCompletionSource().Task;
        Reach(place);
        return Task.CompletedTask;
    }
}
