using System.Net.ServerSentEvents;
using System.Text.Json;
using OpenClaw.Agents.OpenAI.Failures;
using OpenClaw.Agents.OpenAI.Http;
using OpenClaw.Agents.OpenAI.Wire;

namespace OpenClaw.Agents.OpenAI.Answers;

/// <summary>Reads the body of an accepted chat request.</summary>
internal static class AnswerReader
{
    private const string EndMark = "[DONE]";

    // Once the answer is complete only its usage and the end mark are missing; nobody waits long for those.
    private static readonly TimeSpan GraceAfterFinish = TimeSpan.FromSeconds(5);

    public static async IAsyncEnumerable<ModelUpdate> ReadAsync(
        Exchange exchange, AnswerBuilder answer, FailureMapper failures, Deadline deadline)
    {
        var chunks = exchange.IsEventStream ? EventsAsync(exchange.Body!, answer, deadline) : WholeAsync(exchange.Body!, deadline);
        await using var reader = chunks.GetAsyncEnumerator(deadline.Token);
        while (true)
        {
            IEnumerable<ModelUpdate> updates;
            try
            {
                if (!await reader.MoveNextAsync())
                    break;
                updates = answer.Add(reader.Current);
            }
            catch (Exception) when (answer.IsFinished && !deadline.CallerCancelled)
            {
                break;
            }
            catch (Exception exception)
            {
                throw failures.FromException(exception, deadline);
            }

            foreach (var update in updates)
                yield return update;
            if (answer.IsFinished)
                deadline.Finish(GraceAfterFinish);
        }

        if (!exchange.IsEventStream)
            answer.End();
        foreach (var update in answer.Complete())
            yield return update;
    }

    private static async IAsyncEnumerable<Completion> EventsAsync(Stream body, AnswerBuilder answer, Deadline deadline)
    {
        await foreach (var item in SseParser.Create(body).EnumerateAsync(deadline.Token))
        {
            if (item.Data.AsSpan().Trim() is EndMark)
            {
                answer.End();
                yield break;
            }

            if (!string.IsNullOrWhiteSpace(item.Data) && JsonSerializer.Deserialize(item.Data, WireJsonContext.Default.Completion) is { } chunk)
                yield return chunk;
        }
    }

    private static async IAsyncEnumerable<Completion> WholeAsync(Stream body, Deadline deadline)
    {
        if (await JsonSerializer.DeserializeAsync(body, WireJsonContext.Default.Completion, deadline.Token) is { } completion)
            yield return completion;
    }
}
