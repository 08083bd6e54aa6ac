using System.Reflection;
using System.Runtime.ExceptionServices;

namespace SwapEdge.Tests.DeviceAdapter;

/// <summary>One device test with one row of data.</summary>
/// <param name="Method">Static: the launcher has no object to call it on.</param>
/// <param name="Index">Of its row.</param>
/// <param name="Data">Null when it takes none.</param>
public sealed record DeviceTestCase(MethodInfo Method, int Index, object?[]? Data)
{
    /// <summary>As the launcher on the device prints it.</summary>
    public string Name => $"{Method.DeclaringType!.FullName}.{Method.Name}.{Index}";

    /// <summary>Lets through what the test throws.</summary>
    /// <returns>Why it was skipped; null when it passed.</returns>
    public string? Run()
    {
        try
        {
            Method.Invoke(null, Data);
            return null;
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is { } inner)
        {
            if (inner.GetType().FullName != "nanoFramework.TestFramework.SkipTestException")
            {
                ExceptionDispatchInfo.Throw(inner);
            }

            return inner.Message;
        }
    }
}
