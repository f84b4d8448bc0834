using System.Net.ServerSentEvents;
using System.Text;
using OpenClaw.Agents.Common.Failures;
using OpenClaw.Agents.Common.Http;

namespace OpenClaw.Agents.Common.Answers;

/// <summary>Reads the body of an accepted request.</summary>
internal static class AnswerReader
{
    private const string EndMark = "[DONE]";

    // Once the answer is complete only its usage and the end mark are missing; nobody waits long for those.
    private static readonly TimeSpan GraceAfterFinish = TimeSpan.FromSeconds(5);

    /// <param name="exchange">The accepted request.</param>
    /// <param name="format">How the far end cuts its answer into pieces; a plain JSON body is one piece whatever is said here.</param>
    /// <param name="answer">Takes the pieces.</param>
    /// <param name="failures">Names what goes wrong.</param>
    /// <param name="deadline">The far end's time.</param>
    public static async IAsyncEnumerable<ModelUpdate> ReadAsync(
        Exchange exchange, AnswerFormat format, IAnswer answer, FailureMapper failures, Deadline deadline)
    {
        var isWhole = format == AnswerFormat.Events && !exchange.IsEventStream;
        var pieces = (isWhole, format) switch
        {
            (true, _) => WholeAsync(exchange.Body!, deadline),
            (_, AnswerFormat.Lines) => LinesAsync(exchange.Body!, deadline),
            _ => EventsAsync(exchange.Body!, answer, deadline),
        };
        await using var reader = pieces.GetAsyncEnumerator(deadline.Token);
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

        if (isWhole)
            answer.End();
        foreach (var update in answer.Complete())
            yield return update;
    }

    private static async IAsyncEnumerable<string> EventsAsync(Stream body, IAnswer answer, Deadline deadline)
    {
        await foreach (var item in SseParser.Create(body).EnumerateAsync(deadline.Token))
        {
            if (item.Data.AsSpan().Trim() is EndMark)
            {
                answer.End();
                yield break;
            }

            if (!string.IsNullOrWhiteSpace(item.Data))
                yield return item.Data;
        }
    }

    private static async IAsyncEnumerable<string> LinesAsync(Stream body, Deadline deadline)
    {
        using var reader = new StreamReader(body, Encoding.UTF8);
        while (await reader.ReadLineAsync(deadline.Token) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return line;
        }
    }

    private static async IAsyncEnumerable<string> WholeAsync(Stream body, Deadline deadline)
    {
        using var reader = new StreamReader(body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(deadline.Token);
        if (!string.IsNullOrWhiteSpace(text))
            yield return text;
    }
}
