/** Topics of sample data: plausible and fictitious. */
export const TOPICS = [
  '老旧小区环境整治',
  '社区养老服务',
  '消防通道清理',
  '垃圾分类指导',
  '文化活动进社区',
  '健康知识宣传',
  '法律服务进社区',
  '楼门院长队伍建设',
  '停车秩序整治',
  '困难家庭走访',
  '绿化补植',
  '志愿服务',
] as const;
