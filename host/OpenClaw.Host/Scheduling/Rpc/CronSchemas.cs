namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Schemas of parameters that are unions. Kinds this gateway does not run are let through, to be refused with a reason.</summary>
internal static class CronSchemas
{
    public const string NullableText = """{"type":["string","null"],"minLength":1}""";

    public const string OwnerText =
        """
        {"type":"object","properties":{"agentId":{"type":"string","minLength":1},"sessionKey":{"type":"string","minLength":1},
        "accountId":{"type":"string","minLength":1}},"additionalProperties":false}
        """;

    public const string PacingText =
        """{"type":"object","properties":{"min":{"type":"string","minLength":1},"max":{"type":"string","minLength":1}},"additionalProperties":false}""";

    public const string TriggerText =
        """
        {"type":"object","properties":{"script":{"type":"string","minLength":1,"maxLength":65536},"once":{"type":"boolean"}},
        "required":["script"],"additionalProperties":false}
        """;

    public const string FailureAlertText =
        """
        {"anyOf":[{"const":false},{"type":"object","properties":{"after":{"type":"integer","minimum":1},"channel":{"type":"string","minLength":1},
        "to":{"type":"string","minLength":1},"cooldownMs":{"type":"integer","minimum":0},"includeSkipped":{"type":"boolean"},
        "mode":{"enum":["announce","webhook"]},"accountId":{"type":"string","minLength":1}},"additionalProperties":false}]}
        """;

    public const string ScheduleText =
        """
        {"anyOf":[
        {"type":"object","properties":{"kind":{"const":"at"},"at":{"type":"string","minLength":1}},"required":["kind","at"],"additionalProperties":false},
        {"type":"object","properties":{"kind":{"const":"every"},"everyMs":{"type":"integer","minimum":1,"maximum":8640000000000000},
        "anchorMs":{"type":"integer","minimum":0,"maximum":8640000000000000}},"required":["kind","everyMs"],"additionalProperties":false},
        {"type":"object","properties":{"kind":{"const":"cron"},"expr":{"type":"string","minLength":1},"tz":{"type":"string"},
        "staggerMs":{"type":"integer","minimum":0,"maximum":86400000}},"required":["kind","expr"],"additionalProperties":false},
        {"type":"object","properties":{"kind":{"const":"on-exit"},"command":{"type":"string","minLength":1}},"required":["kind","command"]},
        {"type":"object","properties":{"kind":{"const":"stream"},"command":{"type":"array"}},"required":["kind","command"]}]}
        """;

    public const string PayloadText =
        """
        {"anyOf":[
        {"type":"object","properties":{"kind":{"const":"systemEvent"},"text":{"type":"string","minLength":1},"toolsAllow":{"type":"array",
        "items":{"type":"string"}},"toolsAllowIsDefault":{"type":"boolean"}},"required":["kind","text"],"additionalProperties":false},
        {"type":"object","properties":{"kind":{"const":"agentTurn"},"message":{"type":"string","minLength":1},"model":{"type":"string"},
        "fallbacks":{"type":"array","items":{"type":"string"}},"thinking":{"type":"string"},"timeoutSeconds":{"type":"number"},
        "allowUnsafeExternalContent":{"type":"boolean"},"lightContext":{"type":"boolean"},"toolsAllow":{"type":"array",
        "items":{"type":"string"}},"toolsAllowIsDefault":{"type":"boolean"}},"required":["kind","message"],"additionalProperties":false},
        {"type":"object","properties":{"kind":{"const":"command"},"argv":{"type":"array"}},"required":["kind","argv"]},
        {"type":"object","properties":{"kind":{"const":"script"}},"required":["kind"]}]}
        """;

    /// <summary>A payload in a change may name only what changes.</summary>
    public const string PayloadPatchText =
        """
        {"anyOf":[
        {"type":"object","properties":{"kind":{"const":"systemEvent"},"text":{"type":"string","minLength":1},"toolsAllow":{"type":"array",
        "items":{"type":"string"}},"toolsAllowIsDefault":{"type":"boolean"}},"required":["kind"],"additionalProperties":false},
        {"type":"object","properties":{"kind":{"const":"agentTurn"},"message":{"type":"string","minLength":1},"model":{"type":"string"},
        "fallbacks":{"type":"array","items":{"type":"string"}},"thinking":{"type":"string"},"timeoutSeconds":{"type":"number"},
        "allowUnsafeExternalContent":{"type":"boolean"},"lightContext":{"type":"boolean"},"toolsAllow":{"type":"array",
        "items":{"type":"string"}},"toolsAllowIsDefault":{"type":"boolean"}},"required":["kind"],"additionalProperties":false},
        {"type":"object","properties":{"kind":{"const":"command"}},"required":["kind"]},
        {"type":"object","properties":{"kind":{"const":"script"}},"required":["kind"]}]}
        """;

    public const string TargetText =
        """{"anyOf":[{"const":"main"},{"const":"isolated"},{"const":"current"},{"type":"string","pattern":"^session:.+"}]}""";

    public const string DeliveryText =
        """
        {"type":"object","properties":{"mode":{"enum":["none","announce","webhook"]},"channel":{"type":"string","minLength":1},
        "to":{"type":"string","minLength":1},"threadId":{"anyOf":[{"type":"string"},{"type":"number"}]},"accountId":{"type":"string","minLength":1},
        "bestEffort":{"type":"boolean"},"failureDestination":{"type":"object"},"completionDestination":{"type":"object"}},
        "required":["mode"],"additionalProperties":false}
        """;

    public const string ObjectText = """{"type":"object"}""";
}
