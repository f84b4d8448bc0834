using System.Globalization;
using OpenClaw.Agents;

namespace OpenClaw.Host.Agents.Models.Failover;

/// <summary>A model that did not answer, and why. Says nothing of what its far end wrote.</summary>
internal sealed record FailedAttempt(ModelReference Model, ModelException Error)
{
    public override string ToString()
    {
        var status = Error.HttpStatus is { } code ? $" {code.ToString(CultureInfo.InvariantCulture)}" : string.Empty;
        return $"{Model}: {ModelFailures.ReasonOf(Error.Failure)}{status}";
    }
}
