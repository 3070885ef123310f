"""What other tools say of a series, written from their documented formulas where their package does not run here.

Used by generate_reference.py. Lean is C#, PerformanceAnalytics R, and the predecessor service is not public: their formulas
are those of METRICS.md and PEERS.md, written with numpy and pandas and sharing nothing with the product.
"""
import math

import numpy as np
import pandas as pd
import scipy.stats as st


def growth(r):
    return float((1 + r).prod())


def annual(r, periods=252):
    return growth(r) ** (periods / len(r)) - 1


def drawdowns(r):
    """The drawdown series after each return, 1 standing before the first."""
    wealth = np.concatenate([[1.0], (1 + r).cumprod().values])
    return (wealth / np.maximum.accumulate(wealth) - 1)[1:]


def episodes(r):
    """(first below the peak, last below, recovered) places of every decline."""
    below = drawdowns(r) < -1e-12
    result, start = [], None
    for place, isBelow in enumerate(below):
        if isBelow and start is None:
            start = place
        if not isBelow and start is not None:
            result.append((start, place - 1, True))
            start = None
    if start is not None:
        result.append((start, len(below) - 1, False))
    return result


def beta1(r, b, rf):
    """METRICS.md, profile beta1."""
    e = r - rf / 252
    dd = drawdowns(r)
    months = r.groupby([r.index.year, r.index.month]).sum()
    weeks = r.groupby([r.index.isocalendar().year, r.index.isocalendar().week]).sum()
    quarters = r.groupby([r.index.year, r.index.quarter]).sum()
    years = r.groupby(r.index.year).agg(lambda x: (1 + x.sum()) ** (252 / len(x)) - 1)
    beta = r.cov(b) / b.var()
    up, down = b > 0, b < 0
    sharpe = e.mean() / r.std() * 252**0.5
    score = max(0, 50 + min(30, max(-30, 15 * sharpe)) + 30 * (r > 0).mean() + 200 * dd.min())
    return dict(
        annual_volatility=r.std() * 252**0.5, sharpe=sharpe,
        sortino=e.mean() / np.sqrt((np.minimum(e, 0) ** 2).mean()) * 252**0.5,
        average_month=months.mean(), average_up_month=months[months > 0].mean(),
        average_down_month=months[months < 0].mean(), best_month=months.max(), worst_month=months.min(),
        monthly_win_rate=(months > 0).mean(), weekly_win_rate=(weeks > 0).mean(),
        quarterly_win_rate=(quarters > 0).mean(), best_year=years.max(), worst_year=years.min(),
        annual_win_rate=(years > 0).mean(), consistency_score=1 - years.std() / abs(years.mean()),
        max_drawdown=dd.min(), average_drawdown=dd[dd < 0].mean(), time_underwater=(dd < 0).mean(),
        treynor=r.mean() / beta, beta=beta, up_capture=r[up].mean() / b[up].mean(),
        down_capture=r[down].mean() / b[down].mean(), active_return=(r - b).mean() * 252,
        tracking_error=(r - b).std() * 252**0.5, daily_win_rate=(r > 0).mean(), score=min(100, score))


def lean(r, b, rf):
    """PEERS.md 1.6: QuantConnect Lean's PortfolioStatistics."""
    def performance(x):
        return (1 + x.mean()) ** 252 - 1

    n, beta, deviation = len(r), r.cov(b) / b.var(), r.std() * 252**0.5
    tracking = (r - b).std() * 252**0.5
    e = r - ((1 + rf) ** (1 / 252) - 1)
    ratio = e.mean() / e.std()
    error = np.sqrt((1 - e.skew() * ratio + (e.kurt() - 1) / 4 * ratio**2) / (n - 1))
    years = (r.index[-1] - r.index[0]).days / 365
    last = r.iloc[-252:]
    negative = r[r < 0]
    recovered = [(first, last + 1) for first, last, isRecovered in episodes(r) if isRecovered]
    days = [(r.index[end] - (r.index[first - 1] if first else r.index[0])).days for first, end in recovered if first]
    month = r.groupby([r.index.year, r.index.month]).agg(lambda x: (1 + x.iloc[1:]).prod() - 1)
    year = r.groupby(r.index.year).agg(lambda x: (1 + x.iloc[1:]).prod() - 1)
    return dict(
        total_return=growth(r) - 1, cagr=growth(r) ** (1 / years) - 1, annual_volatility=deviation,
        sharpe=(performance(r) - rf) / deviation,
        sortino=(performance(r) - rf) / (negative.std() * 252**0.5), downside_deviation=negative.std() * 252**0.5,
        max_drawdown=drawdowns(r).min(), probabilistic_sharpe=st.norm.cdf((ratio - 252**-0.5) / error),
        beta=beta, alpha=performance(r) - (rf + beta * (performance(b) - rf)), tracking_error=tracking,
        information_ratio=(performance(r) - performance(b)) / tracking, treynor=(performance(r) - rf) / beta,
        var_gaussian_95=last.mean() + last.std() * st.norm.ppf(0.05),
        var_gaussian_99=last.mean() + last.std() * st.norm.ppf(0.01),
        max_recovery_days=max(days), average_month=month.mean(), best_year=year.max())


def performance_analytics(r, b, rf):
    """PEERS.md 1.5: PerformanceAnalytics 2.1.0, read from its R source."""
    f = (1 + rf) ** (1 / 252) - 1
    e, c, n = r - f, b - f, len(r)
    dd = drawdowns(r)
    beta = e.cov(c) / c.var()
    intercept = e.mean() - beta * c.mean()
    sigma = r.std(ddof=0)
    ratio = e.mean() / e.std()
    variance = 1 - st.skew(r) * ratio + ratio**2 / 2
    up, down = b > 0, b <= 0
    lengths = [last + 2 - first for first, last, _ in episodes(r)]
    runs, run = [], []
    for value in list(r.values[1:]) + [1.0]:
        if value < 0:
            run.append(value)
        elif run:
            runs.append(100 * (np.prod([1 + x * 0.01 for x in run]) - 1))
            run = []
    q = np.quantile(r, 0.05)
    tracking = (r - b).std() * 252**0.5
    z = st.norm.ppf(0.05)
    if not episodes(r)[-1][2]:
        lengths[-1] -= 1
    return dict(
        cagr=annual(r), annual_volatility=r.std() * 252**0.5, sharpe=e.mean() * 252 / (e.std() * 252**0.5),
        sortino=e.mean() / np.sqrt((np.minimum(e, 0) ** 2).mean()),
        downside_deviation=np.sqrt((np.minimum(e, 0) ** 2).mean()),
        upside_deviation=np.sqrt((np.maximum(e, 0) ** 2).mean()), max_drawdown=dd.min(),
        calmar=annual(r) / -dd.min(), sterling_ratio=annual(r) / (0.1 - dd.min()),
        burke_ratio=(annual(r) - f) / math.sqrt(sum(x**2 for x in runs)),
        martin_ratio=(annual(r) - f) / np.sqrt((dd**2).mean()), pain_ratio=(annual(r) - f) / -dd.mean(),
        ulcer_index=np.sqrt((dd**2).mean()), pain_index=-dd.mean(), skewness=st.skew(r), kurtosis=st.kurtosis(r),
        kelly=e.mean() / r.var() / 2, var_historical_95=q, cvar_historical_95=r[r < q].mean(),
        var_gaussian_95=r.mean() + z * sigma, cvar_gaussian_95=r.mean() - sigma * st.norm.pdf(z) / 0.05,
        alpha=(1 + intercept) ** 252 - 1, beta=beta, tracking_error=tracking,
        information_ratio=(annual(r) - annual(b)) / tracking, treynor=annual(e) / beta,
        up_capture=(growth(r[up]) - 1) / (growth(b[up]) - 1),
        down_capture=(growth(r[down]) - 1) / (growth(b[down]) - 1),
        probabilistic_sharpe=st.norm.cdf(ratio * math.sqrt(n - 1) / math.sqrt(variance)),
        minimum_track_record_length=math.ceil(1 + variance * (st.norm.ppf(0.95) / ratio) ** 2),
        longest_drawdown_days=max(lengths), average_drawdown_days=np.mean(lengths),
        omega=np.maximum(e, 0).sum() / np.maximum(-e, 0).sum(), **book_ratios(r, b, rf, beta, e - intercept - beta * c))


def book_ratios(r, b, rf, beta, residuals):
    """AdjustedSharpeRatio, MSquared, SFM.jensenAlpha and AppraisalRatio of PerformanceAnalytics, which are Bacon's."""
    f = (1 + rf) ** (1 / 252) - 1
    sharpe = (r - f).mean() * 252 / ((r - f).std() * 252**0.5)
    jensen = annual(r) - rf - beta * (annual(b) - rf)
    return dict(
        adjusted_sharpe=sharpe * (1 + st.skew(r) / 6 * sharpe - st.kurtosis(r) / 24 * sharpe**2),
        m_squared=(annual(r) - rf) * b.std() / r.std() + rf, jensen_alpha=jensen,
        appraisal_ratio=jensen / (residuals.std(ddof=0) * 252**0.5))


def pyfolio(r):
    """PEERS.md 1.3: what pyfolio adds to empyrical."""
    import empyrical as ep

    spans = [
        len(pd.bdate_range(r.index[first - 1], r.index[min(last + 1, len(r) - 1)]))
        for first, last, _ in episodes(r) if first]
    result = dict(
        var_gaussian_95=r.mean() - 2 * r.std(), common_sense_ratio=ep.tail_ratio(r) * (1 + ep.annual_return(r)),
        best_month=ep.aggregate_returns(r, "monthly").max(), worst_year=ep.aggregate_returns(r, "yearly").min())
    if episodes(r)[0][0]:
        result["longest_drawdown_days"] = max(spans)
    return result


def quantstats_windows(r):
    """The rows of quantstats' report that are cut by date, as reports.py cuts them, and its exposure."""
    import quantstats.stats as qs
    from dateutil.relativedelta import relativedelta

    today = r.index[-1]
    since = lambda **back: r[r.index >= today - relativedelta(**back)]
    return {
        "exposure": qs.exposure(r), "mtd": qs.comp(r[r.index >= today.replace(day=1)]),
        "ytd": qs.comp(r[r.index >= today.replace(month=1, day=1)]), "3m": qs.comp(since(months=3)),
        "6m": qs.comp(since(months=6)), "1y": qs.comp(since(years=1)), "3y": qs.cagr(since(months=35)),
        "5y": qs.cagr(since(months=59)), "10y": qs.cagr(since(years=10)), "since_inception": qs.cagr(r),
        "average_up_month": qs.avg_win(r, aggregate="ME"), "average_down_month": qs.avg_loss(r, aggregate="ME")}
