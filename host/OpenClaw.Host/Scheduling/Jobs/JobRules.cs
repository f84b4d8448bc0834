using System.Text.Json;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Scheduling.Delivery;

namespace OpenClaw.Host.Scheduling.Jobs;

/// <summary>What a job has to keep to before it is stored. A job that this gateway could not run as written is refused.</summary>
internal sealed class JobRules(ScheduleClock clock, IConfigSource configuration)
{
    private const int MaxName = 512;
    private const int MaxText = 65_536;
    private const long MinEveryMs = 1_000;
    private const string AnyTool = "*";

    /// <exception cref="InvalidJobException">The job breaks a rule.</exception>
    public void Check(CronJob job)
    {
        Refuse(job.Name.Length > MaxName, $"name is {job.Name.Length} characters long; {MaxName} are allowed");
        Refuse(job.Description?.Length > MaxText, $"description is longer than {MaxText} characters");
        Refuse(
            job.AgentId is { } agent && configuration.Current.Agents.Find(agent) is null,
            $"agentId \"{job.AgentId}\" is no agent of this gateway");
        CheckSchedule(job);
        CheckTarget(job);
        CheckPayload(job.Payload);
        CheckWebhook(job);
    }

    private void CheckWebhook(CronJob job)
    {
        if (job.Delivery is not { ValueKind: JsonValueKind.Object } delivery
            || !delivery.TryGetProperty("mode", out var mode)
            || mode.GetString() != CronKinds.Webhook)
        {
            return;
        }

        Refuse(
            job.Webhook is not { Length: <= WebhookPolicy.MaxUrl } text || !Uri.TryCreate(text, UriKind.Absolute, out _),
            $"delivery.to must be a web address of at most {WebhookPolicy.MaxUrl} characters for delivery.mode \"webhook\"");
        var problem = WebhookPolicy.Of(configuration.Current).ProblemOf(new Uri(job.Webhook!));
        Refuse(problem is not null, $"delivery.to is not called: {problem}");
    }

    private void CheckSchedule(CronJob job)
    {
        var schedule = job.Schedule;
        switch (schedule.Kind)
        {
            case CronKinds.At:
                _ = ScheduleClock.AtMs(schedule);
                break;
            case CronKinds.Every:
                Refuse(schedule.EveryMs < MinEveryMs, $"schedule.everyMs is {schedule.EveryMs}; {MinEveryMs} is the least");
                break;
            case CronKinds.Cron:
                _ = clock.Next(schedule, job.Id, 0);
                break;
            default:
                throw new InvalidJobException($"schedule.kind \"{schedule.Kind}\" is not run by this gateway; use at, every or cron");
        }
    }

    private static void CheckTarget(CronJob job)
    {
        Refuse(
            job.SessionTarget == CronKinds.Main && job.Payload.Kind != CronKinds.SystemEvent,
            "main cron jobs require payload.kind=\"systemEvent\"");
        Refuse(
            job.SessionTarget != CronKinds.Main && job.Payload.Kind == CronKinds.SystemEvent,
            "isolated/current/session cron jobs require payload.kind=\"agentTurn\"");
        Refuse(
            job.SessionTarget == CronKinds.Current && job.SessionKey is null,
            "sessionTarget \"current\" needs sessionKey, or use session:<key>");
    }

    private static void CheckPayload(CronPayload payload)
    {
        Refuse(
            payload.Kind is not (CronKinds.SystemEvent or CronKinds.AgentTurn),
            $"payload.kind \"{payload.Kind}\" is not run by this gateway; use systemEvent or agentTurn");
        Refuse((payload.Text ?? payload.Message)?.Length > MaxText, $"the payload's text is longer than {MaxText} characters");
        Refuse(
            payload.Thinking is { } thinking && !ThinkingLevels.TryParse(thinking, out _),
            $"payload.thinking must be one of {string.Join(", ", ThinkingLevels.All)}");
        // Taking a narrower list without keeping to it would give the job more rights than its author meant.
        Refuse(
            payload.ToolsAllow is { } tools && !tools.Contains(AnyTool),
            "payload.toolsAllow: this gateway cannot narrow the tools of a single run; leave it out or use [\"*\"]");
    }

    private static void Refuse(bool wrong, string why)
    {
        if (wrong)
            throw new InvalidJobException(why);
    }
}
