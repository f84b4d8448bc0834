using System.Globalization;
using OpenClaw.Agents;

namespace OpenClaw.Host.Agents.Models.Failover;

/// <summary>Says that a model is not asked now, and when it is again.</summary>
internal static class CooldownText
{
    public static ModelException Of(ModelReference model, Cooldown cooldown, long now)
    {
        var left = TimeSpan.FromMilliseconds(cooldown.Until - now);
        var when = left.TotalSeconds < 60
            ? $"{Count(left.TotalSeconds, "second")}"
            : $"about {Count(left.TotalMinutes, "minute")}";
        return new ModelException(
            ModelFailures.KindOf(cooldown.Reason), $"{model} is in a pause after failures ({cooldown.Reason}); try again in {when}.")
        {
            RetryAfter = left,
        };
    }

    private static string Count(double number, string unit)
    {
        var whole = (int)Math.Max(1, Math.Ceiling(number));
        return $"{whole.ToString(CultureInfo.InvariantCulture)} {unit}{(whole == 1 ? string.Empty : "s")}";
    }
}
