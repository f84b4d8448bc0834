using System.Text.Json;
using OpenClaw.Host.Tests.Golden;

namespace OpenClaw.Host.Tests.Scheduling;

/// <summary>Answers and events on jobs, held against the recording.</summary>
public sealed class CronGoldenTests
{
    private static readonly GoldenFile Recorded = GoldenFile.Read("methods-cron");

    [Fact]
    public async Task Answers_and_events_have_the_recorded_shape()
    {
        await using var fixture = await (await SchedulingFixture.CreateAsync()).RunAsync();
        var recordedId = Recorded.AnswerTo("cron.add").GetProperty("payload").GetProperty("id").GetString()!;
        var id = recordedId;
        foreach (var request in Recorded.Requests)
        {
            var method = request.GetProperty("method").GetString()!;
            var answer = await fixture.AskAsync(method, request.GetProperty("params").GetRawText().Replace(recordedId, id, StringComparison.Ordinal));
            if (method == "cron.add")
                id = answer.GetProperty("id").GetString()!;
            if (method == "cron.run")
                await fixture.Agents.Events.UntilAsync((name, payload) => name == "cron" && payload.GetProperty("action").GetString() == "finished");
            Same(Recorded.AnswerTo(request).GetProperty("payload"), answer, method);
        }

        foreach (var action in new[] { "added", "updated", "started", "finished", "removed" })
        {
            var mine = fixture.Agents.Events.All.Where(static one => one.Name == "cron").Select(static one => JsonElement.Parse(one.Payload.Span))
                .First(payload => payload.GetProperty("action").GetString() == action);
            Same(Recorded.Event("cron", payload => payload.GetProperty("action").GetString() == action), mine, action);
        }
    }

    [Theory]
    [InlineData("cron.get")]
    [InlineData("cron.run")]
    public async Task A_job_that_does_not_exist_is_answered_as_recorded(string method)
    {
        await using var fixture = await SchedulingFixture.CreateAsync();
        var errors = GoldenFile.Read("methods-errors");

        var refused = await Assert.ThrowsAsync<Rpc.RpcException>(() => fixture.AskAsync(method, """{"id":"missing"}"""));

        var expected = errors.AnswerTo(method).GetProperty("error");
        Assert.Equal(expected.GetProperty("code").GetString(), refused.Error.Code);
        Assert.Equal(expected.GetProperty("message").GetString(), refused.Error.Message);
        Assert.True(JsonElement.DeepEquals(expected.GetProperty("details"), refused.Error.Details!.Value));
    }

    private static void Same(JsonElement expected, JsonElement actual, string what)
    {
        // The recorded list also holds jobs of the reference itself; the keys of the previews are ids.
        string[] without = what switch
        {
            "cron.list" => ["jobs", "deliveryPreviews."],
            "cron.status" => ["nextWakeAtMs"],
            _ => [],
        };
        var missing = GoldenShape.Of(expected, without).Except(GoldenShape.Of(actual, without)).ToList();
        var extra = GoldenShape.Of(actual, without).Except(GoldenShape.Of(expected, without)).ToList();
        Assert.True(missing.Count + extra.Count == 0, $"{what}: missing {string.Join(", ", missing)}; extra {string.Join(", ", extra)}");
        if (what == "cron.list")
            Same(expected.GetProperty("jobs").EnumerateArray().First(job => job.GetProperty("name").GetString() == "golden job"), actual.GetProperty("jobs")[0], "job");
    }
}
