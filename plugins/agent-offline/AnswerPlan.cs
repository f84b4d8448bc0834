using System.Text.Json;
using OpenClaw.Agents.Offline.Conversations;
using OpenClaw.Agents.Offline.Scripts;
using OpenClaw.Content;

namespace OpenClaw.Agents.Offline;

/// <summary>Everything one answer will hold, decided before the first word is sent.</summary>
internal sealed record AnswerPlan(string Thinking, string Text, IReadOnlyList<ToolCallPart> Calls, ModelStopReason StopReason)
{
    public static AnswerPlan Make(ModelRequest request, Turn turn, Script script)
    {
        var thinking = request.Thinking == ThinkingLevel.Off ? "" : AnswerText.Thinking(turn, request.Thinking);
        var calls = turn.AnswersTools || request.ToolChoice.Mode == ToolChoiceMode.None ? [] : Call(request, turn, script);
        if (calls.Count > 0)
            return new AnswerPlan(thinking, AnswerText.Calling(calls), calls, ModelStopReason.ToolCalls);
        return script.Refuse
            ? new AnswerPlan(thinking, AnswerText.Refusal, [], ModelStopReason.Refused)
            : new AnswerPlan(thinking, AnswerText.For(turn, script), [], ModelStopReason.Completed);
    }

    private static List<ToolCallPart> Call(ModelRequest request, Turn turn, Script script)
    {
        List<PlannedCall> planned = [.. script.Calls];
        if (request.ToolChoice is { Mode: ToolChoiceMode.Named, ToolName: { } name } && planned.All(call => call.Name != name))
            planned = [new PlannedCall(name, "")];
        else if (request.ToolChoice.Mode == ToolChoiceMode.Required && planned.Count == 0 && request.Tools.Count > 0)
            planned = [new PlannedCall(request.Tools[0].Name, "")];
        return [.. planned.Select((call, index) => new ToolCallPart($"{turn.ResponseId}-{index + 1}", call.Name, Arguments(call.Arguments)))];
    }

    // What is no object goes on as written, in a string: a host must survive models that do the same.
    private static JsonElement Arguments(string written)
    {
        if (written.Length == 0)
            return JsonElement.Parse("{}");
        try
        {
            var element = JsonElement.Parse(written);
            if (element.ValueKind == JsonValueKind.Object)
                return element;
        }
        catch (JsonException)
        {
            // Falls through to the string form.
        }

        return JsonElement.Parse($"\"{JsonEncodedText.Encode(written)}\"");
    }
}
