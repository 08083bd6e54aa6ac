using TestFrameworkShared;

namespace nanoFramework.TestFramework;

/// <summary>The members of the device's Assert that the device tests use.</summary>
public sealed class Assert
{
    public static void IsTrue(bool condition, string message = "") => Check(condition, nameof(IsTrue), message);

    public static void IsFalse(bool condition, string message = "") => Check(!condition, nameof(IsFalse), message);

    public static void IsNull(object value, string message = "") => Check(value is null, nameof(IsNull), message);

    public static void AreEqual(int expected, int actual, string message = "") => Same(expected, actual, message);

    public static void AreEqual(uint expected, uint actual, string message = "") => Same(expected, actual, message);

    public static void AreEqual(long expected, long actual, string message = "") => Same(expected, actual, message);

    public static void AreEqual(ulong expected, ulong actual, string message = "") => Same(expected, actual, message);

    public static void AreEqual(string expected, string actual, string message = "") => Same(expected, actual, message);

    public static void SkipTest(string message = "") => throw new SkipTestException(message);

    private static void Same(object expected, object actual, string message) =>
        Check(Equals(expected, actual), "AreEqual", $"Expected:<{expected}>. Actual:<{actual}>. {message}");

    private static void Check(bool holds, string name, string message)
    {
        if (!holds)
        {
            throw new AssertFailedException($"Assert.{name} failed. {message}");
        }
    }
}
