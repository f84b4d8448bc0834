namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Parameters that name a job, by its older or its newer name.</summary>
internal interface ICronJobParams
{
    string? Id { get; }

    string? JobId { get; }
}
