using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Host.Configuration.Binding;

namespace OpenClaw.Host.Cli.Commands.Cron;

/// <summary>What a job is made of, on the command line of <c>cron add</c> and <c>cron edit</c>.</summary>
internal sealed class CronJobOptions
{
    private readonly Option<string?> _name = new("--name") { Description = "What the job is called", HelpName = "name" };
    private readonly Option<string?> _description = new("--description") { Description = "What it is for", HelpName = "text" };
    private readonly Option<string?> _session = new("--session") { Description = "main, isolated, current or session:<id>", HelpName = "target" };
    private readonly Option<string?> _agent = new("--agent") { Description = "The agent that does it", HelpName = "id" };
    private readonly Option<string?> _wake = new("--wake") { Description = "now or next-heartbeat: when the main session hears of an event", HelpName = "mode" };
    private readonly Option<bool> _deleteAfterRun = new("--delete-after-run") { Description = "Remove the job once it has run" };
    private readonly Option<bool> _keepAfterRun = new("--keep-after-run") { Description = "Keep a job that runs once" };

    public CronScheduleOptions Schedule { get; } = new();

    public CronPayloadOptions Payload { get; } = new();

    public CronDeliveryOptions Delivery { get; } = new();

    public void AddTo(Command command)
    {
        _wake.AcceptOnlyFromAmong("now", "next-heartbeat");
        command.Options.Add(_name);
        command.Options.Add(_description);
        Schedule.AddTo(command);
        command.Options.Add(_session);
        Payload.AddTo(command);
        command.Options.Add(_agent);
        Delivery.AddTo(command);
        command.Options.Add(_wake);
        command.Options.Add(_deleteAfterRun);
        command.Options.Add(_keepAfterRun);
    }

    /// <returns>The members that were given; none is made up.</returns>
    public JsonObject Read(CliInvocation invocation)
    {
        var job = new JsonObject();
        Put("name", invocation.Get(_name));
        Put("description", invocation.Get(_description));
        Put("sessionTarget", invocation.Get(_session));
        Put("agentId", invocation.Get(_agent));
        Put("wakeMode", invocation.Get(_wake));
        Put("schedule", Schedule.Read(invocation));
        Put("payload", Payload.Read(invocation));
        Put("delivery", Delivery.Read(invocation));
        if (invocation.Get(_deleteAfterRun) && invocation.Get(_keepAfterRun))
        {
            throw new CliException("Use --delete-after-run or --keep-after-run, not both.");
        }

        Put("deleteAfterRun", invocation.Get(_deleteAfterRun) ? true : invocation.Get(_keepAfterRun) ? false : null);
        return job;

        void Put(string name, JsonNode? value)
        {
            if (value is not null)
            {
                job[name] = value;
            }
        }
    }

    /// <exception cref="CliException">The text is no duration.</exception>
    public static long Milliseconds(string option, string text) =>
        DurationText.TryParse(text, TimeSpan.Zero, out var duration) && duration > TimeSpan.Zero
            ? (long)duration.TotalMilliseconds
            : throw new CliException($"{option}: \"{text}\" is no duration. Write one such as 90s, 30m, 24h or 7d.");
}
