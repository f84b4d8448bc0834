namespace SQLitePCL;

internal sealed record UserFunction(
    object? State, delegate_function_scalar? Scalar, delegate_function_aggregate_step? Step, delegate_function_aggregate_final? Final);
